"""Messaging: preferences, e-mail deliveries, announcements."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute(
        """
        CREATE TABLE messaging.preferences (
            user_id uuid PRIMARY KEY,
            channels jsonb NOT NULL,
            quiet_hours jsonb,
            digest text NOT NULL,
            version integer NOT NULL,
            updated_at timestamptz
        )
        """
    )
    # Neither an address nor a secret lies here: whom to write to is asked at the moment of writing.
    op.execute(
        """
        CREATE TABLE messaging.email_delivery (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL,
            source_event_id uuid NOT NULL,
            type text NOT NULL,
            title text NOT NULL,
            body text NOT NULL,
            action_url text,
            digest boolean NOT NULL,
            state text NOT NULL,
            attempts integer NOT NULL,
            due_at timestamptz NOT NULL,
            leased_until timestamptz,
            last_error text,
            created_at timestamptz NOT NULL,
            settled_at timestamptz,
            CONSTRAINT email_delivery_source_event_key UNIQUE (user_id, source_event_id)
        )
        """
    )
    op.execute("CREATE INDEX email_delivery_due_idx ON messaging.email_delivery (due_at, id) WHERE state = 'queued'")
    op.execute(
        "CREATE INDEX email_delivery_settled_idx ON messaging.email_delivery (settled_at) WHERE settled_at IS NOT NULL"
    )
    op.execute(
        """
        CREATE TABLE messaging.announcement (
            id uuid PRIMARY KEY,
            author_id uuid,
            priority text NOT NULL,
            title text NOT NULL,
            body text NOT NULL,
            action_url text,
            told_up_to uuid,
            told_at timestamptz,
            created_at timestamptz NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX announcement_untold_idx ON messaging.announcement (id) WHERE told_at IS NULL")
    op.execute("CREATE TABLE messaging.erased_person (user_id uuid PRIMARY KEY, erased_at timestamptz NOT NULL)")
    # What is looked for when a person is forgotten, and when old notifications are thrown away.
    op.execute("CREATE INDEX announcement_author_idx ON messaging.announcement (author_id)")
    op.execute("CREATE INDEX socket_ticket_user_idx ON messaging.socket_ticket (user_id)")
    op.execute("CREATE INDEX notification_read_idx ON messaging.notification (created_at) WHERE read_at IS NOT NULL")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP INDEX messaging.notification_read_idx")
    op.execute("DROP INDEX messaging.socket_ticket_user_idx")
    for table in ("erased_person", "announcement", "email_delivery", "preferences"):
        op.execute(f"DROP TABLE messaging.{table}")
