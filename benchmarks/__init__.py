"""What the bot is measured by: CONTRIBUTING.md says which module shows what."""
