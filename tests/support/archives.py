"""Archives, opened."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile


def unpacked(content: bytes) -> dict[str, Any]:
    """Return what the JSON files of a ZIP hold, by their names."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: json.loads(archive.read(name)) for name in archive.namelist()}
