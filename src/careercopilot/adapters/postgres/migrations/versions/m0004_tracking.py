"""Tracking: applications and their timelines."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_STATUSES = (
    "'saved', 'applied', 'screening', 'interview', 'offer', 'accepted', 'declined', 'rejected', 'withdrawn', 'ghosted'"
)
_ENDS = "'accepted', 'declined', 'rejected', 'withdrawn'"


def upgrade() -> None:
    """Make the schema."""
    op.execute("CREATE SCHEMA IF NOT EXISTS tracking")
    op.execute(
        f"""
        CREATE TABLE tracking.application (
            id uuid PRIMARY KEY,
            user_id uuid NOT NULL,
            job_id uuid,
            title text NOT NULL,
            company text NOT NULL,
            url text,
            status text NOT NULL,
            stage_label text,
            priority text NOT NULL,
            source text,
            applied_at timestamptz,
            next_action_at timestamptz,
            salary_expectation jsonb,
            resume_version_id uuid,
            cover_letter_id uuid,
            notes text NOT NULL,
            tags text[] NOT NULL,
            archived boolean NOT NULL,
            last_step_at timestamptz,
            reopens_to text,
            version integer NOT NULL,
            created_at timestamptz NOT NULL,
            updated_at timestamptz NOT NULL,
            CONSTRAINT application_status_known CHECK (status IN ({_STATUSES})),
            CONSTRAINT application_ended_can_reopen CHECK ((status IN ({_ENDS})) = (reopens_to IS NOT NULL)),
            CONSTRAINT application_saved_not_sent CHECK (status <> 'saved' OR applied_at IS NULL)
        )
        """
    )
    op.execute(
        f"""
        CREATE UNIQUE INDEX application_one_live_per_job ON tracking.application (user_id, job_id)
        WHERE job_id IS NOT NULL AND status NOT IN ({_ENDS})
        """
    )
    op.execute("CREATE INDEX application_user_updated_idx ON tracking.application (user_id, updated_at DESC, id DESC)")
    op.execute(
        """
        CREATE TABLE tracking.timeline_entry (
            id uuid NOT NULL,
            application_id uuid NOT NULL REFERENCES tracking.application (id) ON DELETE CASCADE,
            version integer NOT NULL,
            kind text NOT NULL,
            at timestamptz NOT NULL,
            recorded_at timestamptz NOT NULL,
            from_status text,
            to_status text,
            note text,
            data jsonb,
            PRIMARY KEY (application_id, version, id)
        )
        """
    )


def downgrade() -> None:
    """Drop the schema with all that is in it."""
    op.execute("DROP SCHEMA tracking CASCADE")
