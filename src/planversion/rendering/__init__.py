"""What we tell, in three steps: a page of blocks, in words, in a format."""
