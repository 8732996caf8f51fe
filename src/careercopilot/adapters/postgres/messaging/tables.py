"""The tables of the messaging schema."""

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Integer, LargeBinary, MetaData, Table, Text, Uuid
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

preferences = Table(
    "preferences",
    messaging,
    Column("user_id", Uuid, primary_key=True),
    Column("channels", JSONB, nullable=False),
    Column("quiet_hours", JSONB(none_as_null=True)),
    Column("digest", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", DateTime(timezone=True)),
)

email_delivery = Table(
    "email_delivery",
    messaging,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("source_event_id", Uuid, nullable=False),
    Column("type", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("action_url", Text),
    Column("digest", Boolean, nullable=False),
    Column("state", Text, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("due_at", DateTime(timezone=True), nullable=False),
    Column("leased_until", DateTime(timezone=True)),
    Column("last_error", Text),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("settled_at", DateTime(timezone=True)),
)

announcement = Table(
    "announcement",
    messaging,
    Column("id", Uuid, primary_key=True),
    Column("author_id", Uuid),
    Column("priority", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("action_url", Text),
    Column("told_up_to", Uuid),
    Column("told_at", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

erased_person = Table(
    "erased_person",
    messaging,
    Column("user_id", Uuid, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
)
