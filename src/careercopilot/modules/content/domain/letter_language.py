"""Which language a letter is in."""

from careercopilot.modules.content.domain.phrases import DEFAULT_LANGUAGE, writable


def language_for(wanted: str | None, of_job: str | None, of_person: str) -> tuple[str, str | None]:
    """Return the language to write in, and the one that was meant when letters cannot be written in that.

    What the person wants counts, then what the job is written in, then what the person speaks.
    """
    meant = wanted or of_job or of_person
    language = writable(meant)
    return (language, None) if language else (DEFAULT_LANGUAGE, meant)
