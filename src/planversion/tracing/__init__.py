"""An edition, a project or a field through the commits of its repository."""
