"""The HTTP application."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from dishka import AsyncContainer
from dishka.integrations.litestar import DishkaRouter, setup_dishka
from litestar import Controller, Litestar, Router
from litestar.exceptions import HTTPException
from litestar.types import ControllerRouterHandler

from careercopilot.bootstrap.settings import Settings
from careercopilot.entrypoints.http import content, errors, identity, insights, jobs, messaging, tracking
from careercopilot.entrypoints.http.guards import signed_in
from careercopilot.entrypoints.http.health import HealthController
from careercopilot.entrypoints.http.idempotency import idempotency
from careercopilot.entrypoints.http.methods import answering_head, naming_methods
from careercopilot.entrypoints.http.metrics import MetricsController
from careercopilot.entrypoints.http.openapi import openapi_config, reference_assets
from careercopilot.entrypoints.http.rate_limits import RatePolicy, rate_limits
from careercopilot.entrypoints.http.request_context import request_context
from careercopilot.entrypoints.http.strictness import KnownQueryParameters, StrictRequest, json_content
from careercopilot.kernel.errors import CareerCopilotError
from careercopilot.kernel.idempotency import IdempotencyRecords
from careercopilot.kernel.metrics import Metrics
from careercopilot.kernel.rate_limits import RateLimits
from careercopilot.modules.identity.api.use_cases.sessions import Authenticate

Lifespan = Callable[[Litestar], AbstractAsyncContextManager[None]]

_CONTROLLERS: tuple[type[Controller], ...] = (
    *identity.CONTROLLERS,
    *jobs.CONTROLLERS,
    *tracking.CONTROLLERS,
    *insights.CONTROLLERS,
    *content.CONTROLLERS,
    *messaging.CONTROLLERS,
)


def create_app(
    container: AsyncContainer,
    settings: Settings,
    more_routes: Sequence[ControllerRouterHandler] = (),
    lifespan: Sequence[Lifespan] = (),
) -> Litestar:
    """Build the application on a container, which stays the caller's to close."""
    known_parameters = KnownQueryParameters()
    app = Litestar(
        route_handlers=[*_routers(), *more_routes],
        guards=[signed_in, known_parameters, json_content],
        middleware=[idempotency],
        exception_handlers={
            CareerCopilotError: errors.answer_expected,
            HTTPException: errors.answer_framework,
            Exception: errors.answer_unexpected,
        },
        openapi_config=openapi_config(),
        request_class=StrictRequest,
        request_max_body_size=settings.max_body_bytes,
        lifespan=[_use_cases_at_hand, *lifespan],
        logging_config=None,
        debug=False,
    )
    known_parameters.learn(app)
    setup_dishka(container, app)
    addressed = answering_head(naming_methods(app.asgi_handler, app.routes))
    app.asgi_handler = request_context(rate_limits(addressed, RatePolicy.of(settings)))
    return app


def _routers() -> list[Router]:
    api = DishkaRouter(path="/api/v1", route_handlers=[])
    for controller in _CONTROLLERS:
        api.register(controller)
    root = DishkaRouter(path="/", route_handlers=[])
    root.register(HealthController)
    root.register(MetricsController)
    return [api, root, reference_assets()]


@asynccontextmanager
async def _use_cases_at_hand(app: Litestar) -> AsyncIterator[None]:
    """Keep what every request needs where it costs nothing to find."""
    container: AsyncContainer = app.state.dishka_container
    app.state.authenticate = await container.get(Authenticate)
    app.state.idempotency_records = await container.get(IdempotencyRecords)
    app.state.metrics = await container.get(Metrics)
    app.state.rate_limits = await container.get(RateLimits)
    yield
