"""What several rules look for, and what they look at."""
