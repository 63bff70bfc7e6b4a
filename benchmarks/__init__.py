"""What the bot is measured by: `accuracy` writes docs/accuracy.md, `speed` writes docs/speed.md."""
