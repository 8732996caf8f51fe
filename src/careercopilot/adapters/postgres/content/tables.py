"""The tables of the content schema."""

from sqlalchemy import Column, DateTime, Integer, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import JSONB

content = MetaData(schema="content")

generation = Table(
    "generation",
    content,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("kind", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("job_id", Uuid),
    Column("application_id", Uuid),
    Column("title", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("tone", Text, nullable=False),
    Column("length", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("sentences", JSONB, nullable=False),
    Column("hints", JSONB, nullable=False),
    Column("provider", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("usage", JSONB, nullable=False),
    Column("fallbacks", JSONB, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

erased_person = Table(
    "erased_person",
    content,
    Column("user_id", Uuid, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
)
