"""Entries of the catalogue as rows."""

from datetime import date, datetime

from careercopilot.adapters.memory.jobs.rows import JobRow, JobSearchRow, JobTextRow, PostingRow
from careercopilot.modules.jobs.domain.board import Board
from careercopilot.modules.jobs.domain.catalogue_entry import CatalogueEntry


def job_row(entry: CatalogueEntry, before: JobRow | None, now: datetime) -> JobRow:
    """Return the job's row: new, or the next version of the one before."""
    posting = entry.posting
    return JobRow(
        id=entry.job_id,
        title=posting.title,
        company_name=entry.company,
        company_url=posting.company_url,
        locations=posting.locations,
        remote=posting.remote,
        remote_countries=posting.remote_countries,
        employment_type=posting.employment_type,
        seniority=posting.seniority,
        salary=posting.salary,
        visa_sponsorship=posting.visa_sponsorship,
        language=posting.language,
        url=posting.url,
        apply_url=posting.apply_url,
        posted_date=entry.posted_date,
        first_seen_at=before.first_seen_at if before else now,
        version=before.version + 1 if before else 1,
    )


def text_row(entry: CatalogueEntry) -> JobTextRow:
    """Return the description's row."""
    return JobTextRow(job_id=entry.job_id, html=entry.html, text=entry.text)


def posting_row(entry: CatalogueEntry, board: Board, before: PostingRow | None, now: datetime) -> PostingRow:
    """Return the posting's row, open and seen now."""
    return PostingRow(
        id=entry.posting_id,
        board_id=board.id,
        source=board.source,
        external_id=entry.external_id,
        job_id=entry.job_id,
        fingerprint=entry.fingerprint,
        url=entry.posting.url,
        attribution=entry.attribution,
        first_seen_at=before.first_seen_at if before else now,
        last_seen_at=now,
    )


def search_row(entry: CatalogueEntry, source: str, first_seen: date) -> JobSearchRow:
    """Return the search document's row."""
    posting, words, salary = entry.posting, entry.document, entry.posting.salary
    return JobSearchRow(
        job_id=entry.job_id,
        open=True,
        sort_date=entry.posted_date or first_seen,
        title_words=words.title,
        company_words=words.company,
        department_words=words.department,
        text_words=words.text,
        place_words=words.places,
        countries=words.countries,
        remote=posting.remote,
        employment_type=posting.employment_type,
        seniority=posting.seniority,
        salary_min=salary.annual_min if salary else None,
        salary_max=salary.annual_max if salary else None,
        currency=salary.currency if salary else None,
        skills=(),
        visa_sponsorship=posting.visa_sponsorship,
        sources=(source,),
    )
