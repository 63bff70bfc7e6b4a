"""The ways in: commands, the menu of a message, mentions and direct messages."""
