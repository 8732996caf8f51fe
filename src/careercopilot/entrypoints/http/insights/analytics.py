"""A person's search in figures."""

from dishka.integrations.litestar import FromDishka
from litestar import Controller, get

from careercopilot.entrypoints.http.answers import Data
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.modules.insights.api.models import AnalyticsSummary
from careercopilot.modules.insights.api.use_cases.figures import ViewAnalyticsSummary


class AnalyticsController(Controller):
    """How the search is going."""

    path = "/analytics"
    tags = ("insights",)

    @get("/summary", operation_id="viewAnalyticsSummary", summary="See the search in figures")
    async def summary(
        self, request: SignedInRequest, view_summary: FromDishka[ViewAnalyticsSummary]
    ) -> Data[AnalyticsSummary]:
        """Return all of one's applications in figures.

        A response is the employer's answer: screening, interview, offer or rejection after the application was sent;
        silence and one's own withdrawal are none. Interviews and offers count for good once they are reached. Rates
        are shares of the applications sent, with their 95 % Wilson interval; below 10 of them there is not enough data.
        """
        return Data(await view_summary(request.user.user_id))
