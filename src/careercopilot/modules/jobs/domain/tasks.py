"""The names under which workers know what jobs wants done."""

INGEST_DUE = "jobs.ingest-due"
