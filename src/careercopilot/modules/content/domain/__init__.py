"""The rules of content: entities, value objects and policies, without I/O."""
