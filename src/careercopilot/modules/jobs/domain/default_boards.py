"""The boards that a new installation starts with: public ones of well-known employers, one source after the other."""

from typing import NamedTuple


class DefaultBoard(NamedTuple):
    """A board, and the name of its employer."""

    source: str
    name: str
    company_name: str


DEFAULT_BOARDS = (
    DefaultBoard("ashby", "supabase", "Supabase"),
    DefaultBoard("ashby", "elevenlabs", "ElevenLabs"),
    DefaultBoard("ashby", "notion", "Notion"),
    DefaultBoard("ashby", "ramp", "Ramp"),
    DefaultBoard("greenhouse", "gitlab", "GitLab"),
    DefaultBoard("greenhouse", "stripe", "Stripe"),
    DefaultBoard("greenhouse", "vercel", "Vercel"),
    DefaultBoard("lever", "spotify", "Spotify"),
)
