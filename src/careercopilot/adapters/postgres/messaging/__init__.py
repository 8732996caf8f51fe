"""The tables of messaging, in the schema ``messaging``, and the ports built on them."""
