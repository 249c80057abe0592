"""What a history has to tell: of a project, of the fields of an edition, of its file, of a day."""
