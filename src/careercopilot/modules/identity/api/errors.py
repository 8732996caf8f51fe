"""What can go wrong in identity."""

from uuid import UUID

from careercopilot.kernel.errors import AlreadyExists, Conflict, NotAuthenticated, NotFound, PermissionDenied


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


class PasswordNeeded(PermissionDenied):
    """What cannot be undone is done only for somebody who has just proven themselves."""

    def __init__(self) -> None:
        super().__init__("Sign in again, or send your password along: this cannot be undone.")


class WrongPassword(PermissionDenied):
    """The password that came along is not the caller's."""

    def __init__(self) -> None:
        super().__init__("The password is wrong.")


class LastAdministrator(Conflict):
    """Nobody would be left who can look after this installation."""

    def __init__(self) -> None:
        super().__init__("You are the only administrator here; make somebody else one before you leave.")
