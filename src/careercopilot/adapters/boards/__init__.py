"""Reading job boards over HTTP: one file per source."""
