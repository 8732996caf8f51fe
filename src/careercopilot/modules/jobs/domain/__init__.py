"""The rules of jobs: entities, value objects and policies, without I/O."""
