"""planversion as git's diff and merge driver: what it writes for git, and what git tells it."""
