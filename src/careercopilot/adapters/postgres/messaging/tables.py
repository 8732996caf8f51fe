"""The tables of the messaging schema."""

from sqlalchemy import BigInteger, Column, DateTime, LargeBinary, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

messaging = MetaData(schema="messaging")

mailbox = Table(
    "mailbox",
    messaging,
    Column("user_id", Uuid, primary_key=True),
    Column("last_position", BigInteger, nullable=False),
)

notification = Table(
    "notification",
    messaging,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("source_event_id", Uuid),
    Column("type", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("data", JSONB, nullable=False),
    Column("action_url", Text),
    Column("read_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

socket_ticket = Table(
    "socket_ticket",
    messaging,
    Column("digest", LargeBinary, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("session_id", Uuid),
    Column("expires_at", DateTime(timezone=True), nullable=False),
)
