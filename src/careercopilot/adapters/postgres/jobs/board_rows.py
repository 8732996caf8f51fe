"""Boards as rows."""

from typing import Any

from sqlalchemy import Column, Row

from careercopilot.adapters.postgres.jobs.tables import board as t
from careercopilot.modules.jobs.api.boards import JobBoardView
from careercopilot.modules.jobs.domain.board import Board

BOARD_COLUMNS: tuple[Column[Any], ...] = (
    t.c.id,
    t.c.source,
    t.c.name,
    t.c.company_name,
    t.c.followed,
    t.c.etag,
    t.c.last_modified,
    t.c.confirmed_at,
    t.c.suspected_at,
    t.c.next_run_at,
    t.c.failures,
    t.c.created_at,
)


def board_of(row: Row[Any]) -> Board:
    """Return the board that a row of BOARD_COLUMNS holds."""
    return Board(
        id=row.id,
        source=row.source,
        name=row.name,
        company_name=row.company_name,
        followed=row.followed,
        etag=row.etag,
        last_modified=row.last_modified,
        confirmed_at=row.confirmed_at,
        suspected_at=row.suspected_at,
        next_run_at=row.next_run_at,
        failures=row.failures,
        created_at=row.created_at,
    )


def row_of(board: Board) -> dict[str, object]:
    """Return the board as a row, its lease left out."""
    return {column.name: getattr(board, column.name) for column in BOARD_COLUMNS}


def view_of(row: Row[Any]) -> JobBoardView:
    """Return what is told of the board that a row of BOARD_COLUMNS holds."""
    return board_of(row).view()
