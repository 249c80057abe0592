"""An edition adopted: what its file says then, and its section of the plan's change log."""
