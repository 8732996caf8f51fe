"""One package per technology; inside it one file or package per bounded context."""
