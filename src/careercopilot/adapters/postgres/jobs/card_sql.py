"""Jobs as JSON in the shape of the contract, made by the server: one value to decode instead of rows to assemble.

A card is made for each row of a relation ``hits (id, ...)`` that the caller puts before it and orders; its other
columns come along in the same object.
"""

_FIELDS = """
    j.title, json_build_object('name', j.company_name, 'url', j.company_url) AS company, j.locations,
    j.remote, j.remote_countries, j.employment_type, j.seniority, j.salary, j.visa_sponsorship, j.skills,
    j.language, j.url, j.apply_url, j.posted_date, j.first_seen_at,
    coalesce(seen.last_seen_at, j.first_seen_at) AS last_seen_at, j.closed_at,
    CASE WHEN j.closed_at IS NULL THEN 'open' ELSE 'closed' END AS status, j.reposted_from,
    json_build_object('level', 'unknown', 'reasons', json_build_array()) AS ghost_risk,
    coalesce(seen.postings, '[]') AS postings,
    json_build_object(
        'saved', EXISTS (SELECT FROM jobs.saved_job v WHERE v.user_id = :viewer AND v.job_id = j.id),
        'hidden', EXISTS (SELECT FROM jobs.hidden_job h WHERE h.user_id = :viewer AND h.job_id = j.id),
        'application_id', NULL, 'match_score', NULL
    ) AS viewer
"""

# An open posting was last seen when it was itself, or when its board was last read to the end.
_SEEN = """
    SELECT max(p.seen_at) AS last_seen_at, json_agg(json_build_object(
        'source', p.source, 'external_id', p.external_id, 'url', p.url, 'first_seen_at', p.first_seen_at,
        'last_seen_at', p.seen_at, 'attribution', p.attribution) ORDER BY p.first_seen_at, p.id) AS postings
    FROM (
        SELECT p.*, CASE WHEN p.closed_at IS NULL THEN greatest(p.last_seen_at, b.confirmed_at)
            ELSE p.last_seen_at END AS seen_at
        FROM jobs.posting p JOIN jobs.board b ON b.id = p.board_id WHERE p.job_id = j.id
    ) p
"""

CARD = f"""
    SELECT {_FIELDS}, hits.* FROM hits JOIN jobs.job j ON j.id = hits.id CROSS JOIN LATERAL ({_SEEN}) seen
"""  # noqa: S608 - made of the constants above

WHOLE_JOB = f"""
    SELECT row_to_json(whole)::text FROM (
        SELECT j.id, {_FIELDS}, t.html AS description_html, t.text AS description_text
        FROM jobs.job j LEFT JOIN jobs.job_text t ON t.job_id = j.id CROSS JOIN LATERAL ({_SEEN}) seen
        WHERE j.id = :job_id AND (j.owner_id IS NULL OR j.owner_id = :viewer)
    ) whole
"""  # noqa: S608 - as above
