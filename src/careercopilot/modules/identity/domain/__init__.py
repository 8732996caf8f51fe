"""The rules of identity: entities, value objects and policies, without I/O."""
