"""Identity: accounts, sessions and the refresh tokens of each session."""

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the schema."""
    op.execute("CREATE SCHEMA IF NOT EXISTS identity")
    op.execute(
        """
        CREATE TABLE identity.account (
            id uuid PRIMARY KEY,
            email text NOT NULL,
            email_key text NOT NULL CONSTRAINT account_email_key_is_taken UNIQUE,
            email_verified boolean NOT NULL,
            password_hash text NOT NULL,
            roles text[] NOT NULL,
            full_name text NOT NULL,
            headline text,
            locations text[] NOT NULL,
            remote_preference text,
            target_titles text[] NOT NULL,
            skills text[] NOT NULL,
            salary_expectation jsonb,
            timezone text NOT NULL,
            locale text NOT NULL,
            created_at timestamptz NOT NULL,
            updated_at timestamptz NOT NULL,
            version integer NOT NULL
        )
        """
    )
    op.execute(
        """
        CREATE TABLE identity.session (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL REFERENCES identity.account (id) ON DELETE CASCADE,
            device text NOT NULL,
            started_at timestamptz NOT NULL,
            refreshed_at timestamptz NOT NULL,
            expires_at timestamptz NOT NULL,
            ended_at timestamptz,
            token_digest bytea NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX session_user_id_idx ON identity.session (user_id)")
    op.execute("CREATE INDEX session_ended_at_idx ON identity.session (ended_at) WHERE ended_at IS NOT NULL")
    op.execute(
        """
        CREATE TABLE identity.refresh_token (
            digest bytea PRIMARY KEY,
            session_id uuid NOT NULL REFERENCES identity.session (id) ON DELETE CASCADE
        )
        """
    )
    op.execute("CREATE INDEX refresh_token_session_id_idx ON identity.refresh_token (session_id)")


def downgrade() -> None:
    """Drop it with everything in it."""
    op.execute("DROP SCHEMA identity CASCADE")
