"""The tables of content in memory."""

GENERATION = "content.generation"
"""Generation (a copy that nobody changes) by its id."""
ERASED_PERSON = "content.erased_person"
"""When each person was erased, by user id."""
