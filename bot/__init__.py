"""Montage Bot: answers any question about film montages, and says so when it does not know."""

__version__ = "0.1.0"
