"""What can go wrong in identity."""

from uuid import UUID

from careercopilot.kernel.errors import AlreadyExists, NotAuthenticated, NotFound


class EmailTaken(AlreadyExists):
    """An account with this e-mail address exists."""

    def __init__(self) -> None:
        super().__init__("There is already an account with this e-mail address.", {"field": "email"})


class UserNotFound(NotFound):
    """There is no such user."""

    def __init__(self, user_id: UUID) -> None:
        super().__init__("user", user_id)


class WrongCredentials(NotAuthenticated):
    """E-mail or password is wrong; which of them is not told."""

    def __init__(self) -> None:
        super().__init__("The e-mail address or the password is wrong.")


class SessionEnded(NotAuthenticated):
    """The session is over, or was never one."""

    def __init__(self) -> None:
        super().__init__("This session has ended; sign in again.")
