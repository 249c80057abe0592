"""Feeds: what changed from edition to edition, or commit to commit, for whoever subscribes."""
