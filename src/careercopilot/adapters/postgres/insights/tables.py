"""The tables of the insights schema."""

from sqlalchemy import Boolean, Column, DateTime, Integer, MetaData, Table, Text, Uuid

insights = MetaData(schema="insights")

application = Table(
    "application",
    insights,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("job_id", Uuid),
    Column("version", Integer, nullable=False),
    Column("status", Text),
    Column("since", DateTime(timezone=True)),
    Column("applied_at", DateTime(timezone=True)),
    Column("archived", Boolean),
    Column("created_at", DateTime(timezone=True)),
    Column("first_response_at", DateTime(timezone=True)),
    Column("interview", Boolean, nullable=False),
    Column("offer", Boolean, nullable=False),
    Column("opening_open", Boolean),
    Column("deleted", Boolean, nullable=False),
)

step = Table(
    "step",
    insights,
    Column("application_id", Uuid, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("kind", Text, nullable=False),
    Column("from_status", Text),
    Column("to_status", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
)

arrival = Table(
    "arrival",
    insights,
    Column("run_id", Uuid, primary_key=True),
    Column("board_id", Uuid, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("new", Integer, nullable=False),
)

progress = Table(
    "progress",
    insights,
    Column("single", Boolean, primary_key=True),
    Column("as_of", DateTime(timezone=True), nullable=False),
)

erased_person = Table(
    "erased_person",
    insights,
    Column("user_id", Uuid, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
)
