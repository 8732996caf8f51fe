"""The tables of identity, in the schema ``identity``, and the ports built on them."""
