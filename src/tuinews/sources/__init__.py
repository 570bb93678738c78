"""From bytes to entries: feeds over HTTP, files and folders."""
