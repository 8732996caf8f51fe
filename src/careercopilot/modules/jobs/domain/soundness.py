"""Text that no database takes, and identities that no index takes, are refused before anything is stored."""

from careercopilot.modules.jobs.domain.posting import Posting

MAX_IDENTIFIER = 500


def unsound(posting: Posting) -> str | None:
    """Return why the posting cannot be stored, or None."""
    if not posting.title.strip():
        return "it has no title"
    if not posting.url:
        return "it has no address"
    return unsound_text(_all_text(posting))


def unsound_identifier(external_id: str) -> str | None:
    """Return why a source's identifier cannot be stored, or None."""
    if not external_id:
        return "its identifier is empty"
    if len(external_id) > MAX_IDENTIFIER:
        return f"its identifier is longer than {MAX_IDENTIFIER} characters"
    return unsound_text(external_id)


def unsound_text(text: str) -> str | None:
    """Return why the text cannot be stored, or None."""
    if "\x00" in text:
        return "it holds a NUL character"
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return "it holds half of a surrogate pair"
    return None


def _all_text(posting: Posting) -> str:
    salary = posting.salary
    parts = [
        posting.title,
        posting.url,
        posting.apply_url,
        posting.company_name,
        posting.company_url,
        posting.department,
        posting.language,
        posting.seniority,
        posting.description_html,
        *posting.remote_countries,
        *(part for p in posting.locations for part in (p.text, p.city, p.region, p.country)),
        *((salary.text, salary.currency) if salary else ()),
    ]
    return "\n".join(part for part in parts if part)
