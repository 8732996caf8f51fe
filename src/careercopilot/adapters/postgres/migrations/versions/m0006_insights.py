"""Insights: the read model of applications."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLES = """
CREATE TABLE insights.application (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    job_id uuid,
    version integer NOT NULL,
    status text,
    since timestamptz,
    applied_at timestamptz,
    archived boolean,
    created_at timestamptz,
    first_response_at timestamptz,
    interview boolean NOT NULL,
    offer boolean NOT NULL,
    opening_open boolean,
    deleted boolean NOT NULL,
    CONSTRAINT application_stands_unless_deleted CHECK (
        deleted = (status IS NULL) AND deleted = (since IS NULL) AND deleted = (archived IS NULL)
    )
);
CREATE INDEX application_user_idx ON insights.application (user_id, id);
CREATE INDEX application_job_idx ON insights.application (job_id) WHERE job_id IS NOT NULL;
CREATE TABLE insights.step (
    application_id uuid NOT NULL,
    version integer NOT NULL,
    user_id uuid NOT NULL,
    kind text NOT NULL,
    from_status text,
    to_status text NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (application_id, version)
);
CREATE INDEX step_user_at_idx ON insights.step (user_id, at DESC, application_id DESC, version DESC);
CREATE TABLE insights.arrival (
    run_id uuid PRIMARY KEY,
    board_id uuid NOT NULL,
    at timestamptz NOT NULL,
    new integer NOT NULL
);
CREATE INDEX arrival_at_idx ON insights.arrival (at);
CREATE INDEX arrival_board_idx ON insights.arrival (board_id);
CREATE TABLE insights.progress (
    single boolean PRIMARY KEY CHECK (single),
    as_of timestamptz NOT NULL
);
CREATE TABLE insights.erased_person (
    user_id uuid PRIMARY KEY,
    erased_at timestamptz NOT NULL
)
"""


def upgrade() -> None:
    """Make the tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS insights")
    for statement in _TABLES.split(";"):
        op.execute(statement)


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP SCHEMA insights CASCADE")
