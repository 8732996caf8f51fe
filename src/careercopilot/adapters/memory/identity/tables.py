"""The names of identity's tables in memory."""

ACCOUNT = "identity.account"
EMAIL = "identity.email"
ERASED_PEOPLE = "identity.erased_person"
SESSION = "identity.session"
REFRESH_TOKEN = "identity.refresh_token"  # noqa: S105 - a table's name
