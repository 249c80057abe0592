"""An audit told: as a page of blocks, as a JSON document, as a page for a browser."""
