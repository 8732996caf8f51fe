"""The statements that store postings in bulk. Arrays of one length go in; each row of them is one posting.

Lists of words travel joined by the unit separator, since PostgreSQL cannot unnest lists of different lengths.
"""

SEPARATOR = "\x1f"

MORE_MEMORY = """
SELECT set_config('work_mem', '32MB', true)
"""

STORE_JOBS = """
INSERT INTO jobs.job (
    id, title, company_name, company_url, locations, remote, remote_countries, employment_type, seniority, salary,
    visa_sponsorship, skills, language, url, apply_url, posted_date, first_seen_at
)
SELECT
    id, title, company_name, company_url, locations::jsonb, remote, string_to_array(remote_countries, E'\\x1f'),
    employment_type, seniority, salary::jsonb, visa_sponsorship, '{}', language, url, apply_url, posted_date, $16
FROM unnest(
    $1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
    $10::text[], $11::bool[], $12::text[], $13::text[], $14::text[], $15::date[]
) AS found (
    id, title, company_name, company_url, locations, remote, remote_countries, employment_type, seniority, salary,
    visa_sponsorship, language, url, apply_url, posted_date
)
ON CONFLICT (id) DO UPDATE SET
    title = excluded.title, company_name = excluded.company_name, company_url = excluded.company_url,
    locations = excluded.locations, remote = excluded.remote, remote_countries = excluded.remote_countries,
    employment_type = excluded.employment_type, seniority = excluded.seniority, salary = excluded.salary,
    visa_sponsorship = excluded.visa_sponsorship, language = excluded.language, url = excluded.url,
    apply_url = excluded.apply_url, posted_date = excluded.posted_date, closed_at = NULL, version = job.version + 1
"""

STORE_TEXTS = """
INSERT INTO jobs.job_text (job_id, html, text)
SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[])
ON CONFLICT (job_id) DO UPDATE SET html = excluded.html, text = excluded.text
"""

STORE_POSTINGS = """
INSERT INTO jobs.posting (
    id, board_id, source, external_id, job_id, fingerprint, url, attribution, first_seen_at, last_seen_at
)
SELECT id, $7, $8, external_id, job_id, fingerprint, url, attribution, $9, $9
FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::bytea[], $5::text[], $6::text[])
    AS found (id, external_id, job_id, fingerprint, url, attribution)
ON CONFLICT (id) DO UPDATE SET
    fingerprint = excluded.fingerprint, url = excluded.url, attribution = excluded.attribution,
    last_seen_at = excluded.last_seen_at, closed_at = NULL
"""

STORE_SEARCH = """
INSERT INTO jobs.job_search (
    job_id, open, sort_date, document, company, places, countries, remote, employment_type, seniority,
    salary_min, salary_max, currency, skills, visa_sponsorship, sources
)
SELECT
    job.id, true, coalesce(job.posted_date, (job.first_seen_at AT TIME ZONE 'UTC')::date),
    setweight(to_tsvector('jobs.words', found.title), 'A')
        || setweight(to_tsvector('jobs.words', found.company), 'B')
        || setweight(to_tsvector('jobs.words', found.department), 'C')
        || setweight(to_tsvector('jobs.words', found.body), 'D'),
    to_tsvector('jobs.words', found.company), to_tsvector('jobs.words', found.places),
    string_to_array(found.countries, E'\\x1f'), job.remote, job.employment_type, job.seniority,
    (job.salary ->> 'annual_min')::float8, (job.salary ->> 'annual_max')::float8, job.salary ->> 'currency',
    job.skills, job.visa_sponsorship, ARRAY[$8::text]
FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    AS found (job_id, title, company, department, body, places, countries)
JOIN jobs.job ON job.id = found.job_id
ON CONFLICT (job_id) DO UPDATE SET
    open = true, sort_date = excluded.sort_date, document = excluded.document, company = excluded.company,
    places = excluded.places, countries = excluded.countries, remote = excluded.remote,
    employment_type = excluded.employment_type, seniority = excluded.seniority, salary_min = excluded.salary_min,
    salary_max = excluded.salary_max, currency = excluded.currency, visa_sponsorship = excluded.visa_sponsorship
"""

STORE_TERMS = """
INSERT INTO jobs.term (word) SELECT * FROM unnest($1::text[]) ON CONFLICT DO NOTHING
"""

KNOWN = """
SELECT external_id, id, job_id, fingerprint, closed_at IS NOT NULL FROM jobs.posting WHERE board_id = $1
"""

CONFIRM = """
UPDATE jobs.posting SET last_seen_at = greatest(last_seen_at, $2) WHERE id = ANY ($1::uuid[]) AND closed_at IS NULL
"""

REOPEN_POSTINGS = """
UPDATE jobs.posting SET closed_at = NULL, last_seen_at = $2 WHERE id = ANY ($1::uuid[])
"""

REOPEN_JOBS = """
WITH opened AS (
    UPDATE jobs.job SET closed_at = NULL, version = version + 1 WHERE id = ANY ($1::uuid[]) RETURNING id
)
UPDATE jobs.job_search SET open = true FROM opened WHERE job_id = opened.id
"""

CLOSE_POSTINGS = """
UPDATE jobs.posting SET closed_at = $2, last_seen_at = greatest(last_seen_at, $3)
WHERE id = ANY ($1::uuid[]) AND closed_at IS NULL
"""

CLOSE_JOBS = """
WITH gone AS (
    UPDATE jobs.job SET closed_at = $2, version = version + 1
    WHERE id = ANY ($1::uuid[]) AND closed_at IS NULL
        AND NOT EXISTS (SELECT FROM jobs.posting WHERE posting.job_id = job.id AND posting.closed_at IS NULL)
    RETURNING id
), hidden AS (
    UPDATE jobs.job_search SET open = false FROM gone WHERE job_id = gone.id
)
SELECT id FROM gone ORDER BY id
"""

REMOVE_POSTINGS = """
DELETE FROM jobs.posting WHERE board_id = $1 RETURNING job_id
"""

REMOVE_JOBS = """
DELETE FROM jobs.job
WHERE id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT FROM jobs.posting WHERE posting.job_id = job.id)
RETURNING id
"""

IS_EMPTY = """
SELECT NOT EXISTS (SELECT FROM jobs.job)
"""
