"""What a person wants to see first."""

from dishka.integrations.litestar import FromDishka
from litestar import Controller, get

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.modules.insights.api.models import Dashboard
from careercopilot.modules.insights.api.use_cases.figures import ViewDashboard


class DashboardController(Controller):
    """The search at a glance."""

    path = "/dashboard"
    tags = ("insights",)

    @get("/", operation_id="viewDashboard", summary="See what matters today")
    async def view(self, request: SignedInRequest, view_dashboard: FromDishka[ViewDashboard]) -> Data[Dashboard]:
        """Return where one's applications stand, which need a look, how the search goes, and what is new.

        An application needs a look when nothing happened for 14 days (`stale`), when an offer waits for an answer, or
        when its opening is closed. `as_of` is the moment of the newest event that the figures know of.
        """
        return Data(await view_dashboard(request.user.user_id))
