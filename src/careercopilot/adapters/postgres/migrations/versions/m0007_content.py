"""Content: what was written for people."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS content")
    op.execute(
        """
        CREATE TABLE content.generation (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL,
            kind text NOT NULL,
            status text NOT NULL,
            job_id uuid,
            application_id uuid,
            title text NOT NULL,
            company text NOT NULL,
            tone text NOT NULL,
            length text NOT NULL,
            language text NOT NULL,
            content text NOT NULL,
            sentences jsonb NOT NULL,
            hints jsonb NOT NULL,
            provider text NOT NULL,
            model text NOT NULL,
            usage jsonb NOT NULL,
            fallbacks jsonb NOT NULL,
            version integer NOT NULL,
            created_at timestamptz NOT NULL
        )
        """
    )
    op.execute("CREATE INDEX generation_created_idx ON content.generation (user_id, created_at, id)")
    op.execute("CREATE INDEX generation_id_idx ON content.generation (user_id, id)")
    op.execute("CREATE TABLE content.erased_person (user_id uuid PRIMARY KEY, erased_at timestamptz NOT NULL)")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP SCHEMA content CASCADE")
