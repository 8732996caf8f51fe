"""The rules of messaging: entities, value objects and policies, without I/O."""
