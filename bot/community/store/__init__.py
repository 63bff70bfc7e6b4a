"""The one place that holds SQL; all others call the verbs of a Store. SQLite by default, PostgreSQL by its address."""
