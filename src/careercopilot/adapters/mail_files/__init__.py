"""Mail as files, for whoever has no mail server."""
