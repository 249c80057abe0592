"""The changes of the outline in chapters: by goal, by department, by kind; none is left out."""
