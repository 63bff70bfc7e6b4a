"""What a server does with montages: rules that know ids and no Discord, and the store that keeps what was done."""
