"""The rules of tracking: entities, value objects and policies, without I/O."""
