"""The quiz on Discord: the commands, the buttons of a round, and the host that leads from round to round."""
