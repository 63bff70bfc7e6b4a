"""A montage that somebody adds: what is asked, how each answer is checked, and how the entry gets into its file."""
