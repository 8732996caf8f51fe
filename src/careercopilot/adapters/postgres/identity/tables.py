"""The tables of the schema ``identity``."""

from sqlalchemy import Boolean, Column, DateTime, Integer, LargeBinary, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

identity = MetaData(schema="identity")

account = Table(
    "account",
    identity,
    Column("id", Uuid, primary_key=True),
    Column("email", Text, nullable=False),
    Column("email_key", Text, nullable=False),
    Column("email_verified", Boolean, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("roles", ARRAY(Text), nullable=False),
    Column("full_name", Text, nullable=False),
    Column("headline", Text),
    Column("locations", ARRAY(Text), nullable=False),
    Column("remote_preference", Text),
    Column("target_titles", ARRAY(Text), nullable=False),
    Column("skills", ARRAY(Text), nullable=False),
    Column("salary_expectation", JSONB(none_as_null=True)),
    Column("timezone", Text, nullable=False),
    Column("locale", Text, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
    Column("version", Integer, nullable=False),
)

session = Table(
    "session",
    identity,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("device", Text, nullable=False),
    Column("started_at", DateTime(timezone=True), nullable=False),
    Column("refreshed_at", DateTime(timezone=True), nullable=False),
    Column("expires_at", DateTime(timezone=True), nullable=False),
    Column("ended_at", DateTime(timezone=True)),
    Column("token_digest", LargeBinary, nullable=False),
)

refresh_token = Table(
    "refresh_token",
    identity,
    Column("digest", LargeBinary, primary_key=True),
    Column("session_id", Uuid, nullable=False),
)

erased_person = Table(
    "erased_person",
    identity,
    Column("user_id", Uuid, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
)
