"""How an answer looks on Discord."""
