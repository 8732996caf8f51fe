"""The few types that every context shares. Standard library only."""
