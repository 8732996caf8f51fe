"""Messaging: mailboxes, notifications, tickets for the live channel."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the schema of messaging."""
    op.execute("CREATE SCHEMA IF NOT EXISTS messaging")
    op.execute(
        """
        CREATE TABLE messaging.mailbox (
            user_id uuid PRIMARY KEY,
            last_position bigint NOT NULL
        )
        """
    )
    op.execute(
        """
        CREATE TABLE messaging.notification (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL,
            position bigint NOT NULL,
            source_event_id uuid,
            type text NOT NULL,
            priority text NOT NULL,
            title text NOT NULL,
            body text NOT NULL,
            data jsonb NOT NULL,
            action_url text,
            read_at timestamptz,
            created_at timestamptz NOT NULL,
            CONSTRAINT notification_position_key UNIQUE (user_id, position),
            CONSTRAINT notification_source_event_key UNIQUE (user_id, source_event_id)
        )
        """
    )
    op.execute("CREATE INDEX notification_created_idx ON messaging.notification (user_id, created_at, id)")
    op.execute(
        "CREATE INDEX notification_unread_idx ON messaging.notification (user_id, position) WHERE read_at IS NULL"
    )
    op.execute(
        """
        CREATE TABLE messaging.socket_ticket (
            digest bytea PRIMARY KEY,
            user_id uuid NOT NULL,
            session_id uuid,
            expires_at timestamptz NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX socket_ticket_expires_idx ON messaging.socket_ticket (expires_at)")


def downgrade() -> None:
    """Drop the schema of messaging."""
    op.execute("DROP SCHEMA messaging CASCADE")
