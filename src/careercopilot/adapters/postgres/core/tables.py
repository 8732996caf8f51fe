"""The tables of the core schema."""

from sqlalchemy import BigInteger, Column, DateTime, Identity, Integer, LargeBinary, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

core = MetaData(schema="core")

outbox = Table(
    "outbox",
    core,
    Column("sequence", BigInteger, Identity(always=True), primary_key=True),
    Column("event_id", Uuid, nullable=False),
    Column("name", Text, nullable=False),
    Column("aggregate_id", Uuid, nullable=False),
    Column("occurred_at", DateTime(timezone=True), nullable=False),
    Column("payload", JSONB, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("parked_at", DateTime(timezone=True)),
    Column("last_error", Text),
)

inbox = Table(
    "inbox",
    core,
    Column("subscriber", Text, primary_key=True),
    Column("event_id", Uuid, primary_key=True),
    Column("accepted_at", DateTime(timezone=True), nullable=False),
)

idempotency_key = Table(
    "idempotency_key",
    core,
    Column("scope", Text, primary_key=True),
    Column("operation", Text, primary_key=True),
    Column("key", Text, primary_key=True),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("started_at", DateTime(timezone=True), nullable=False),
    Column("status", Integer),
    Column("headers", JSONB(none_as_null=True)),
    Column("body", LargeBinary),
)

heartbeat = Table(
    "heartbeat",
    core,
    Column("process", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("beat_at", DateTime(timezone=True), nullable=False),
)
