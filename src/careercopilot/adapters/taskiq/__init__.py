"""taskiq: the broker that carries wake-ups to tasks."""
