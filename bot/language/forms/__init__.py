"""The kinds of question there are, one a module: each says whether a question is of its kind, and what it asks."""
