"""The rules of insights: entities, value objects and policies, without I/O."""
