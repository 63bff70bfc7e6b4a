"""The quiz: which rounds are asked, what is right, what it earns, and when it ends. Pure rules."""
