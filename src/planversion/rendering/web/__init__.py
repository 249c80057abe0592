"""Pages for a browser: one frame, one look, everything escaped, nothing loaded from elsewhere."""
