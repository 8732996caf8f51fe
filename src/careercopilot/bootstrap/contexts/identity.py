"""The wiring of identity."""

from collections.abc import AsyncIterable

from dishka import Provider, Scope

from careercopilot.adapters.argon2.identity import Argon2Cost, Argon2PasswordHasher
from careercopilot.adapters.bridges.identity import CollectedPersonalRecords
from careercopilot.adapters.jwt.identity import JwtAccessTokens
from careercopilot.adapters.jwt.signing_key import SigningKey
from careercopilot.adapters.postgres.core.engines import ReadEngine
from careercopilot.adapters.postgres.identity.account_repository import PostgresAccountRepository
from careercopilot.adapters.postgres.identity.ended_sessions import PostgresEndedSessions
from careercopilot.adapters.postgres.identity.erasure import PostgresErasure
from careercopilot.adapters.postgres.identity.recipients import PostgresRecipients
from careercopilot.adapters.postgres.identity.session_repository import PostgresSessionRepository
from careercopilot.adapters.postgres.identity.session_views import PostgresSessionViews
from careercopilot.adapters.postgres.identity.user_views import PostgresUserViews
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.clock import Clock
from careercopilot.kernel.signals import Signals
from careercopilot.modules.identity.api.use_cases.accounts import (
    CreateUser,
    ListUsers,
    RegisterUser,
    UpdateProfile,
    ViewUser,
)
from careercopilot.modules.identity.api.use_cases.erasure import EraseAccount, RepeatErasures
from careercopilot.modules.identity.api.use_cases.personal_records import ExportPersonalRecords
from careercopilot.modules.identity.api.use_cases.recipients import FindRecipients, WalkThroughUsers
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate, LogIn, LogOut, RefreshSession
from careercopilot.modules.identity.handlers.authenticate import AuthenticateHandler
from careercopilot.modules.identity.handlers.create_user import CreateUserHandler
from careercopilot.modules.identity.handlers.erase_account import EraseAccountHandler
from careercopilot.modules.identity.handlers.export_personal_records import ExportPersonalRecordsHandler
from careercopilot.modules.identity.handlers.find_recipients import FindRecipientsHandler
from careercopilot.modules.identity.handlers.list_users import ListUsersHandler
from careercopilot.modules.identity.handlers.log_in import LogInHandler
from careercopilot.modules.identity.handlers.log_out import LogOutHandler
from careercopilot.modules.identity.handlers.personal_proof import PersonalProof
from careercopilot.modules.identity.handlers.refresh_session import RefreshSessionHandler
from careercopilot.modules.identity.handlers.register_user import RegisterUserHandler
from careercopilot.modules.identity.handlers.repeat_erasures import RepeatErasuresHandler
from careercopilot.modules.identity.handlers.session_opener import SessionOpener
from careercopilot.modules.identity.handlers.update_profile import UpdateProfileHandler
from careercopilot.modules.identity.handlers.view_user import ViewUserHandler
from careercopilot.modules.identity.handlers.walk_through_users import WalkThroughUsersHandler
from careercopilot.modules.identity.ports.access_tokens import AccessTokens
from careercopilot.modules.identity.ports.account_repository import AccountRepository
from careercopilot.modules.identity.ports.ended_sessions import EndedSessions
from careercopilot.modules.identity.ports.erasure import Erasure
from careercopilot.modules.identity.ports.password_hasher import PasswordHasher
from careercopilot.modules.identity.ports.personal_records import PersonalRecords
from careercopilot.modules.identity.ports.recipients import Recipients
from careercopilot.modules.identity.ports.session_repository import SessionRepository
from careercopilot.modules.identity.ports.session_views import SessionViews
from careercopilot.modules.identity.ports.user_views import UserViews


class SecretKeyMissing(Exception):
    """There is no CAREERCOPILOT_SECRET_KEY, so nobody could be signed in safely."""

    def __init__(self) -> None:
        super().__init__("set CAREERCOPILOT_SECRET_KEY to a long random text and keep it")


def use_cases() -> Provider:
    """Bind what identity can do, and the proofs it deals in, which are the same on every database."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(RegisterUserHandler, provides=RegisterUser)
    provider.provide(CreateUserHandler, provides=CreateUser)
    provider.provide(ViewUserHandler, provides=ViewUser)
    provider.provide(ListUsersHandler, provides=ListUsers)
    provider.provide(UpdateProfileHandler, provides=UpdateProfile)
    provider.provide(FindRecipientsHandler, provides=FindRecipients)
    provider.provide(WalkThroughUsersHandler, provides=WalkThroughUsers)
    provider.provide(LogInHandler, provides=LogIn)
    provider.provide(RefreshSessionHandler, provides=RefreshSession)
    provider.provide(LogOutHandler, provides=LogOut)
    provider.provide(SessionOpener)
    provider.provide(PersonalProof)
    provider.provide(EraseAccountHandler, provides=EraseAccount)
    provider.provide(RepeatErasuresHandler, provides=RepeatErasures)
    provider.provide(ExportPersonalRecordsHandler, provides=ExportPersonalRecords)
    provider.provide(CollectedPersonalRecords, provides=PersonalRecords)
    provider.provide(AuthenticateHandler, provides=Authenticate, scope=Scope.APP)
    provider.provide(_signing_key, scope=Scope.APP)
    provider.provide(JwtAccessTokens, provides=AccessTokens, scope=Scope.APP)
    provider.provide(lambda: Argon2Cost(), provides=Argon2Cost, scope=Scope.APP)  # noqa: PLW0108 - not its fields
    provider.provide(Argon2PasswordHasher, provides=PasswordHasher, scope=Scope.APP)
    return provider


def postgres() -> Provider:
    """Bind the ports to PostgreSQL."""
    provider = Provider(scope=Scope.REQUEST)
    provider.provide(PostgresAccountRepository, provides=AccountRepository)
    provider.provide(PostgresSessionRepository, provides=SessionRepository)
    provider.provide(PostgresUserViews, provides=UserViews)
    provider.provide(PostgresSessionViews, provides=SessionViews)
    provider.provide(PostgresErasure, provides=Erasure)
    provider.provide(PostgresRecipients, provides=Recipients)
    provider.provide(_ended_sessions, scope=Scope.APP)
    return provider


def _signing_key(settings: Settings) -> SigningKey:
    secret = settings.secret_key.get_secret_value().strip() if settings.secret_key else ""
    if not secret:
        raise SecretKeyMissing
    return SigningKey.derived_from(secret)


async def _ended_sessions(engine: ReadEngine, signals: Signals, clock: Clock) -> AsyncIterable[EndedSessions]:
    """Know them before the first request is let in."""
    ended = PostgresEndedSessions(engine, signals, clock)
    await ended.start()
    yield ended
    await ended.stop()
