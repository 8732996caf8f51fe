"""Insights: the read model of applications."""

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("CREATE SCHEMA IF NOT EXISTS insights")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("DROP SCHEMA insights CASCADE")
