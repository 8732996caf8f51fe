"""Alembic's entry: runs the migrations on the connection that the caller hands over."""

from alembic import context

context.configure(
    connection=context.config.attributes["connection"], version_table="schema_version", version_table_schema="core"
)
with context.begin_transaction():
    context.run_migrations()
