"""Metrics, for whoever draws an operator's graphs."""

from dishka import FromDishka
from litestar import Controller, Response, get
from litestar.datastructures import CacheControlHeader
from litestar.openapi.datastructures import ResponseSpec

from careercopilot.bootstrap.metrics_page import MetricsPage

_CHARSET = "; charset=utf-8"


class MetricsController(Controller):
    """Counts and times by route, never by person, so nobody needs to sign in."""

    opt = {"public": True}  # noqa: RUF012 - the framework reads a plain class attribute
    tags = ("platform",)
    cache_control = CacheControlHeader(no_store=True)

    @get(
        "/metrics",
        operation_id="Metrics",
        responses={200: ResponseSpec(str, media_type="text/plain", description="Metrics in Prometheus' text format.")},
    )
    async def metrics(self, page: FromDishka[MetricsPage]) -> Response[bytes]:
        """Show this process's metrics, and what all processes have in their stores, in Prometheus' text format."""
        media_type = page.content_type.removesuffix(_CHARSET)  # which the framework adds to every text
        return Response(await page.text(), media_type=media_type)
