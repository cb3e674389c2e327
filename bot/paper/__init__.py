"""What leaves the chat as a picture, for print or as a workbook, made in one child process from plain data."""
