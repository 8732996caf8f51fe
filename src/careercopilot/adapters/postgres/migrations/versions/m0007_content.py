"""Content: what was written for people."""

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS content")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP SCHEMA content CASCADE")
