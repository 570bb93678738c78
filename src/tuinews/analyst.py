"""The analysis that runs beside the reader, in a child process of its own."""
