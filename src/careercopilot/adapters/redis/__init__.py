"""Redis: what several processes share and all of them can do without."""
