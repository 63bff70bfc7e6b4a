"""Set lists to work out to. Pure rules."""
