"""How the installation is."""

from dishka import FromDishka
from litestar import Controller, Response, get
from litestar.datastructures import CacheControlHeader
from litestar.status_codes import HTTP_200_OK, HTTP_503_SERVICE_UNAVAILABLE

from careercopilot.bootstrap.health import HealthReport, Installation
from careercopilot.entrypoints.http.errors import RETRY_AFTER

_LATER = {"Retry-After": RETRY_AFTER}


class HealthController(Controller):
    """Health at the root, for probes and people; nothing personal, so nobody needs to sign in."""

    opt = {"public": True}  # noqa: RUF012 - the framework reads a plain class attribute
    tags = ("platform",)
    cache_control = CacheControlHeader(no_store=True)

    @get("/api/v1/health", operation_id="HealthOfApi")
    async def health_of_api(self, installation: FromDishka[Installation]) -> Response[HealthReport]:
        """Say the same as `/health`, for clients that know only the API's address."""
        return await _report(installation)

    @get("/health", operation_id="Health")
    async def health(self, installation: FromDishka[Installation]) -> Response[HealthReport]:
        """Say how every part is: 200, or 503 when the service cannot do its work."""
        return await _report(installation)

    @get("/health/live", operation_id="HealthLive")
    async def live(self) -> dict[str, str]:
        """Say that the process answers, whatever else is away."""
        return {"status": "alive"}

    @get("/health/ready", operation_id="HealthReady")
    async def ready(self, installation: FromDishka[Installation]) -> Response[dict[str, str]]:
        """Say whether requests can be served now: 200, or 503."""
        if await installation.ready():
            return Response({"status": "ready"})
        return Response({"status": "not ready"}, status_code=HTTP_503_SERVICE_UNAVAILABLE, headers=_LATER)


async def _report(installation: Installation) -> Response[HealthReport]:
    report = await installation.health()
    if report.status == "unhealthy":
        return Response(report, status_code=HTTP_503_SERVICE_UNAVAILABLE, headers=_LATER)
    return Response(report, status_code=HTTP_200_OK)
