"""Where a page of the ledger ended."""

import base64
import binascii
from datetime import UTC, datetime
from uuid import UUID

from careercopilot.kernel.errors import InvalidInput
from careercopilot.modules.jobs.api.models import SourceRunView


def write_cursor(last: SourceRunView) -> str:
    """Return the cursor that goes on after this run."""
    return base64.urlsafe_b64encode(f"{last.started_at.isoformat()} {last.id}".encode()).decode().rstrip("=")


def read_cursor(cursor: str) -> tuple[datetime, UUID]:
    """Return what ``write_cursor`` wrote. Raises InvalidInput."""
    try:
        text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
        moment, _, run_id = text.partition(" ")
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(run_id)
    except (ValueError, OverflowError, binascii.Error):
        raise InvalidInput("cursor", "is not a cursor of this list") from None
