"""Every step the schema took, in Alembic's form; `bot.community.store.upgrade` takes those that are missing."""
