"""The tables of tracking, in the schema ``tracking``, and the ports built on them."""
