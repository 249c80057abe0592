"""The old/new table as files of an office: a workbook and a document, each the same bytes again."""
