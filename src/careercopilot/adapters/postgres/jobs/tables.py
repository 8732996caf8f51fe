"""The tables of the jobs schema."""

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    Identity,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB, TSVECTOR

jobs = MetaData(schema="jobs")

board = Table(
    "board",
    jobs,
    Column("id", Uuid, primary_key=True),
    Column("source", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("company_name", Text),
    Column("followed", Boolean, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("confirmed_at", DateTime(timezone=True)),
    Column("suspected_at", DateTime(timezone=True)),
    Column("next_run_at", DateTime(timezone=True)),
    Column("failures", Integer, nullable=False),
    Column("lease_owner", Uuid),
    Column("lease_until", DateTime(timezone=True)),
    Column("created_at", DateTime(timezone=True), nullable=False),
)

source_run = Table(
    "source_run",
    jobs,
    Column("id", Uuid, primary_key=True),
    Column("board_id", Uuid, nullable=False),
    Column("source", Text, nullable=False),
    Column("board", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("started_at", DateTime(timezone=True), nullable=False),
    Column("finished_at", DateTime(timezone=True)),
    Column("fetched", Integer, nullable=False),
    Column("new", Integer, nullable=False),
    Column("updated", Integer, nullable=False),
    Column("unchanged", Integer, nullable=False),
    Column("merged", Integer, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("closed", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("rejections", JSONB, nullable=False),
    Column("error_code", Text),
    Column("error_message", Text),
)

job = Table(
    "job",
    jobs,
    Column("id", Uuid, primary_key=True),
    Column("owner_id", Uuid),
    Column("title", Text, nullable=False),
    Column("company_name", Text, nullable=False),
    Column("company_url", Text),
    Column("locations", JSONB, nullable=False),
    Column("remote", Text, nullable=False),
    Column("remote_countries", ARRAY(Text), nullable=False),
    Column("employment_type", Text, nullable=False),
    Column("seniority", Text),
    Column("salary", JSONB),
    Column("visa_sponsorship", Boolean),
    Column("skills", ARRAY(Text), nullable=False),
    Column("language", Text),
    Column("url", Text, nullable=False),
    Column("apply_url", Text),
    Column("posted_date", Date),
    Column("first_seen_at", DateTime(timezone=True), nullable=False),
    Column("closed_at", DateTime(timezone=True)),
    Column("reposted_from", Uuid),
    Column("version", BigInteger, nullable=False),
)

job_text = Table(
    "job_text",
    jobs,
    Column("job_id", Uuid, primary_key=True),
    Column("html", Text, nullable=False),
    Column("text", Text, nullable=False),
)

posting = Table(
    "posting",
    jobs,
    Column("id", Uuid, primary_key=True),
    Column("board_id", Uuid, nullable=False),
    Column("source", Text, nullable=False),
    Column("external_id", Text, nullable=False),
    Column("job_id", Uuid, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    Column("url", Text, nullable=False),
    Column("attribution", Text),
    Column("first_seen_at", DateTime(timezone=True), nullable=False),
    Column("last_seen_at", DateTime(timezone=True), nullable=False),
    Column("closed_at", DateTime(timezone=True)),
)

# What a list is filtered, ranked and sorted by: narrow, rebuildable from job, job_text and posting.
job_search = Table(
    "job_search",
    jobs,
    Column("job_id", Uuid, primary_key=True),
    Column("open", Boolean, nullable=False),
    Column("sort_date", Date, nullable=False),
    Column("document", TSVECTOR, nullable=False),
    Column("company", TSVECTOR, nullable=False),
    Column("places", TSVECTOR, nullable=False),
    Column("countries", ARRAY(Text), nullable=False),
    Column("remote", Text, nullable=False),
    Column("employment_type", Text, nullable=False),
    Column("seniority", Text),
    Column("salary_min", Float),
    Column("salary_max", Float),
    Column("currency", Text),
    Column("skills", ARRAY(Text), nullable=False),
    Column("visa_sponsorship", Boolean),
    Column("sources", ARRAY(Text), nullable=False),
    Column("owner_id", Uuid),
)

# The distinct words of titles, companies and skills, against which typing errors are matched.
term = Table("term", jobs, Column("word", Text, primary_key=True))

saved_job = Table(
    "saved_job",
    jobs,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("job_id", Uuid, nullable=False),
    Column("notes", Text),
    Column("tags", ARRAY(Text), nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

hidden_job = Table(
    "hidden_job",
    jobs,
    Column("user_id", Uuid, primary_key=True),
    Column("job_id", Uuid, primary_key=True),
    Column("hidden_at", DateTime(timezone=True), nullable=False),
)

erased_person = Table(
    "erased_person",
    jobs,
    Column("user_id", Uuid, primary_key=True),
    Column("erased_at", DateTime(timezone=True), nullable=False),
)

# The jobs whose place in the vector store is not known to be right.
vector_backlog = Table(
    "vector_backlog",
    jobs,
    Column("job_id", Uuid, primary_key=True),
    Column("wanted_at", DateTime(timezone=True), nullable=False),
    Column("revision", Integer, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("leased_until", DateTime(timezone=True)),
)

saved_search = Table(
    "saved_search",
    jobs,
    Column("id", Uuid, primary_key=True),
    Column("user_id", Uuid, nullable=False),
    Column("name", Text, nullable=False),
    Column("filters", JSONB, nullable=False),
    Column("frequency", Text, nullable=False),
    Column("seen_sequence", BigInteger, nullable=False),
    Column("due_at", DateTime(timezone=True)),
    Column("last_matched_at", DateTime(timezone=True)),
    Column("lease_owner", Uuid),
    Column("lease_until", DateTime(timezone=True)),
    Column("version", Integer, nullable=False),
    Column("created_at", DateTime(timezone=True), nullable=False),
    Column("updated_at", DateTime(timezone=True), nullable=False),
)

# The jobs that arrived of late, in a row: one that arrives again moves to its end.
arrival = Table(
    "arrival",
    jobs,
    Column("job_id", Uuid, primary_key=True),
    Column("sequence", BigInteger, Identity(always=True), nullable=False),
    Column("arrived_at", DateTime(timezone=True), nullable=False),
    Column("noted_at", DateTime(timezone=True), nullable=False),
)
