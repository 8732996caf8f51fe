"""Jobs: boards, runs, postings, jobs, the search documents, saved and hidden jobs."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_BOARDS = """
CREATE TABLE jobs.board (
    id uuid PRIMARY KEY,
    source text NOT NULL,
    name text NOT NULL,
    company_name text,
    followed boolean NOT NULL DEFAULT true,
    etag text,
    last_modified text,
    confirmed_at timestamptz,
    suspected_at timestamptz,
    next_run_at timestamptz,
    failures integer NOT NULL DEFAULT 0,
    lease_owner uuid,
    lease_until timestamptz,
    created_at timestamptz NOT NULL,
    CONSTRAINT board_source_name_key UNIQUE (source, name)
);
CREATE INDEX board_due_idx ON jobs.board (next_run_at) WHERE followed;
CREATE TABLE jobs.source_run (
    id uuid PRIMARY KEY,
    board_id uuid NOT NULL REFERENCES jobs.board (id) ON DELETE CASCADE,
    source text NOT NULL,
    board text NOT NULL,
    status text NOT NULL,
    started_at timestamptz NOT NULL,
    finished_at timestamptz,
    fetched integer NOT NULL DEFAULT 0,
    new integer NOT NULL DEFAULT 0,
    updated integer NOT NULL DEFAULT 0,
    unchanged integer NOT NULL DEFAULT 0,
    merged integer NOT NULL DEFAULT 0,
    reopened integer NOT NULL DEFAULT 0,
    closed integer NOT NULL DEFAULT 0,
    rejected integer NOT NULL DEFAULT 0,
    rejections jsonb NOT NULL DEFAULT '[]',
    error_code text,
    error_message text,
    CONSTRAINT source_run_adds_up CHECK (fetched = new + updated + unchanged + merged + rejected)
);
CREATE INDEX source_run_board_idx ON jobs.source_run (board_id, started_at DESC);
CREATE INDEX source_run_started_idx ON jobs.source_run (started_at DESC, id DESC);
CREATE INDEX source_run_running_idx ON jobs.source_run (board_id) WHERE status = 'running'
"""

_JOBS = """
CREATE TABLE jobs.job (
    id uuid PRIMARY KEY,
    owner_id uuid,
    title text NOT NULL,
    company_name text NOT NULL,
    company_url text,
    locations jsonb NOT NULL,
    remote text NOT NULL,
    remote_countries text[] NOT NULL,
    employment_type text NOT NULL,
    seniority text,
    salary jsonb,
    visa_sponsorship boolean,
    skills text[] NOT NULL,
    language text,
    url text NOT NULL,
    apply_url text,
    posted_date date,
    first_seen_at timestamptz NOT NULL,
    closed_at timestamptz,
    reposted_from uuid,
    version bigint NOT NULL DEFAULT 1
);
CREATE TABLE jobs.job_text (
    job_id uuid PRIMARY KEY REFERENCES jobs.job (id) ON DELETE CASCADE,
    html text NOT NULL,
    text text NOT NULL
);
ALTER TABLE jobs.job_text ALTER COLUMN html SET STORAGE EXTERNAL, ALTER COLUMN text SET STORAGE EXTERNAL;
CREATE TABLE jobs.posting (
    id uuid PRIMARY KEY,
    board_id uuid NOT NULL REFERENCES jobs.board (id) ON DELETE CASCADE,
    source text NOT NULL,
    external_id text NOT NULL,
    job_id uuid NOT NULL REFERENCES jobs.job (id) ON DELETE CASCADE,
    fingerprint bytea NOT NULL,
    url text NOT NULL,
    attribution text,
    first_seen_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    closed_at timestamptz,
    CONSTRAINT posting_board_external_id_key UNIQUE (board_id, external_id)
);
CREATE INDEX posting_job_idx ON jobs.posting (job_id)
"""

_SEARCH = """
CREATE TEXT SEARCH DICTIONARY jobs.stem (TEMPLATE = snowball, Language = english);
CREATE TEXT SEARCH CONFIGURATION jobs.words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION jobs.words ALTER MAPPING FOR asciiword, word WITH jobs.stem;
CREATE TABLE jobs.job_search (
    job_id uuid PRIMARY KEY REFERENCES jobs.job (id) ON DELETE CASCADE,
    open boolean NOT NULL,
    sort_date date NOT NULL,
    document tsvector NOT NULL,
    company tsvector NOT NULL,
    places tsvector NOT NULL,
    countries text[] NOT NULL,
    remote text NOT NULL,
    employment_type text NOT NULL,
    seniority text,
    salary_min double precision,
    salary_max double precision,
    currency text,
    skills text[] NOT NULL,
    visa_sponsorship boolean,
    sources text[] NOT NULL,
    owner_id uuid
);
CREATE INDEX job_search_newest_idx ON jobs.job_search (open, sort_date DESC, job_id DESC) INCLUDE (owner_id);
ALTER TABLE jobs.job_search ALTER COLUMN document SET STORAGE EXTERNAL;
CREATE INDEX job_search_document_idx ON jobs.job_search USING gin (document) WITH (gin_pending_list_limit = 16384);
CREATE INDEX job_search_company_idx ON jobs.job_search USING gin (company);
CREATE INDEX job_search_places_idx ON jobs.job_search USING gin (places);
CREATE TABLE jobs.term (word text PRIMARY KEY);
CREATE INDEX term_trigram_idx ON jobs.term USING gin (word public.gin_trgm_ops)
"""

_PERSONAL = """
CREATE TABLE jobs.saved_job (
    id uuid PRIMARY KEY,
    user_id uuid NOT NULL,
    job_id uuid NOT NULL REFERENCES jobs.job (id) ON DELETE CASCADE,
    notes text,
    tags text[] NOT NULL DEFAULT '{}',
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT saved_job_user_job_key UNIQUE (user_id, job_id)
);
CREATE INDEX saved_job_user_idx ON jobs.saved_job (user_id, created_at DESC, id DESC);
CREATE INDEX saved_job_job_idx ON jobs.saved_job (job_id);
CREATE TABLE jobs.hidden_job (
    user_id uuid NOT NULL,
    job_id uuid NOT NULL REFERENCES jobs.job (id) ON DELETE CASCADE,
    hidden_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, job_id)
);
CREATE INDEX hidden_job_job_idx ON jobs.hidden_job (job_id)
"""


def upgrade() -> None:
    """Make the catalogue."""
    op.execute("CREATE SCHEMA IF NOT EXISTS jobs")
    for script in (_BOARDS, _JOBS, _SEARCH, _PERSONAL):
        for statement in script.split(";"):
            op.execute(statement)


def downgrade() -> None:
    """Drop the catalogue."""
    op.execute("DROP SCHEMA jobs CASCADE")
