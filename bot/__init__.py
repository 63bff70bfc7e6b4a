"""Montage Bot: answers any question about film montages, and says so when it does not know."""

__version__ = "1.0.0"
