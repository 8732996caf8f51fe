"""Core: extensions, outbox, inbox, idempotency keys, heartbeats."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make what every context relies on."""
    for extension in ("pg_trgm", "unaccent", "btree_gin"):
        op.execute(f"CREATE EXTENSION IF NOT EXISTS {extension} WITH SCHEMA public")
    op.execute(
        """
        CREATE TABLE core.outbox (
            sequence bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            event_id uuid NOT NULL UNIQUE,
            name text NOT NULL,
            aggregate_id uuid NOT NULL,
            occurred_at timestamptz NOT NULL,
            payload jsonb NOT NULL,
            attempts integer NOT NULL DEFAULT 0,
            due_at timestamptz NOT NULL,
            parked_at timestamptz,
            last_error text
        )
        """
    )
    op.execute("CREATE INDEX outbox_due_idx ON core.outbox (sequence) WHERE parked_at IS NULL")
    op.execute("CREATE INDEX outbox_parked_idx ON core.outbox (sequence) WHERE parked_at IS NOT NULL")
    op.execute(
        """
        CREATE TABLE core.inbox (
            subscriber text NOT NULL,
            event_id uuid NOT NULL,
            accepted_at timestamptz NOT NULL,
            PRIMARY KEY (subscriber, event_id)
        )
        """
    )
    op.execute("CREATE INDEX inbox_accepted_at_idx ON core.inbox (accepted_at)")
    op.execute(
        """
        CREATE TABLE core.idempotency_key (
            scope text NOT NULL,
            operation text NOT NULL,
            key text NOT NULL,
            fingerprint bytea NOT NULL,
            started_at timestamptz NOT NULL,
            status integer,
            headers jsonb,
            body bytea,
            PRIMARY KEY (scope, operation, key)
        )
        """
    )
    op.execute("CREATE INDEX idempotency_key_started_at_idx ON core.idempotency_key (started_at)")
    op.execute(
        """
        CREATE TABLE core.heartbeat (
            process text PRIMARY KEY,
            kind text NOT NULL,
            beat_at timestamptz NOT NULL
        )
        """
    )


def downgrade() -> None:
    """Drop it; extensions stay, since others may use them."""
    for table in ("heartbeat", "idempotency_key", "inbox", "outbox"):
        op.execute(f"DROP TABLE core.{table}")
