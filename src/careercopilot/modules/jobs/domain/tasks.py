"""The names under which workers know what jobs wants done."""

INGEST_DUE = "jobs.ingest-due"
MATCH_SAVED_SEARCHES = "jobs.match-saved-searches"
INDEX_VECTORS = "jobs.index-vectors"
