"""The old/new table as a page for a browser: rows to be filtered, each with an address."""
