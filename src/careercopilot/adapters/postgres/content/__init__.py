"""The tables of content, in the schema ``content``, and the ports built on them."""
