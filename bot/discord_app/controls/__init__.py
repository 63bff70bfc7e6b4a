"""The buttons and menus under an answer: what a click does, also after a restart."""
