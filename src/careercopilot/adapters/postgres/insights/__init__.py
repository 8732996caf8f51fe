"""The tables of insights, in the schema ``insights``, and the ports built on them."""
