"""The tables of jobs, in the schema ``jobs``, and the ports built on them."""
