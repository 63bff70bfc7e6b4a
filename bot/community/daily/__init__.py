"""The daily montage: one puzzle a day, the same for everyone. Pure rules."""
