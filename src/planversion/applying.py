"""A diff applied to the edition it was made from, and a diff turned around."""
