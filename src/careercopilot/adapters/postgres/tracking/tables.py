"""The tables of the tracking schema."""

from sqlalchemy import Boolean, Column, DateTime, Integer, MetaData, Table, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB

tracking = MetaData(schema="tracking")

application = Table(
    "application",
    tracking,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("job_id", Uuid),
    Column("title", Text, nullable=False),
    Column("company", Text, nullable=False),
    Column("url", Text),
    Column("status", Text, nullable=False),
    Column("stage_label", Text),
    Column("priority", Text, nullable=False),
    Column("source", Text),
    Column("applied_at", DateTime(timezone=True)),
    Column("next_action_at", DateTime(timezone=True)),
    Column("salary_expectation", JSONB(none_as_null=True)),
    Column("resume_version_id", Uuid),
    Column("cover_letter_id", Uuid),
    Column("notes", Text, nullable=False),
    Column("tags", ARRAY(Text), nullable=False),
    Column("archived", Boolean, nullable=False),
    Column("last_step_at", DateTime(timezone=True)),
    Column("reopens_to", Text),
    Column("version", Integer, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

timeline_entry = Table(
    "timeline_entry",
    tracking,
    Column("application_id", Uuid, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("id", Uuid, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("at", DateTime(timezone=True), nullable=False),
    Column("recorded_at", DateTime(timezone=True), nullable=False),
    Column("from_status", Text),
    Column("to_status", Text),
    Column("note", Text),
    Column("data", JSONB(none_as_null=True)),
)

erased_person = Table(
    "erased_person",
    tracking,
    Column("user_id", Uuid, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
)

LIVE_PER_JOB = "application_one_live_per_job"
