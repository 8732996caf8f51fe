"""Somebody who does everything there is to do, and says unmistakable words at every place that takes words."""

from typing import Any
from uuid import UUID

from httpx import AsyncClient, Response

PASSWORD = "correct horse battery staple"
NAME = "Zuzanna Quillfeather"
COMPANY = "Hollyhock Conservatory"
# Each is said at one place only; none occurs anywhere else in the product or its tests.
WORDS = (
    NAME,
    COMPANY,
    "quillfeather-firefox",
    "headline-of-quillfeather",
    "skill-of-quillfeather",
    "saved-note-of-quillfeather",
    "saved-tag-of-quillfeather",
    "search-name-of-quillfeather",
    "search-words-of-quillfeather",
    "application-note-of-quillfeather",
    "application-tag-of-quillfeather",
    "edited-note-of-quillfeather",
    "step-note-of-quillfeather",
    "title-of-quillfeather",
    "idempotency-key-of-quillfeather",
)
_PROFILE = {
    "full_name": NAME,
    "headline": "headline-of-quillfeather",
    "target_titles": ["title-of-quillfeather"],
    "skills": ["skill-of-quillfeather"],
    "locations": ["Łódź"],
}


class Somebody:
    """A person and their client; every request has to succeed."""

    def __init__(self, http: AsyncClient, email: str) -> None:
        self._http = http
        self.email = email
        self.user_id = UUID(int=0)
        self.session_id: UUID | None = None
        self.headers: dict[str, str] = {"User-Agent": "quillfeather-firefox"}

    async def send(self, method: str, path: str, json: Any = None, *, key: str | None = None) -> Response:
        headers = self.headers | ({} if key is None else {"Idempotency-Key": f"idempotency-key-of-quillfeather-{key}"})
        given = {} if json is None else {"json": json}
        answer = await self._http.request(method, f"/api/v1{path}", headers=headers, **given)
        assert answer.status_code < 300, (method, path, answer.text)
        return answer

    async def sign_up(self) -> None:
        body = {"email": self.email, "password": PASSWORD, "full_name": NAME}
        self._enter((await self.send("POST", "/auth/register", body)).json()["data"])

    async def sign_in(self) -> None:
        body = {"email": self.email, "password": PASSWORD}
        self._enter((await self.send("POST", "/auth/login", body)).json()["data"])

    async def live(self, *job_ids: UUID) -> None:
        """Do everything; the jobs are three that anybody may see."""
        saved, hidden, applied = job_ids
        await self.sign_in()
        await self.send("PUT", "/users/me", _PROFILE)
        await self._look_for_jobs(saved, hidden)
        await self._apply(applied)
        await self._be_told()
        await self.send("POST", "/ws/ticket")

    async def _look_for_jobs(self, saved: UUID, hidden: UUID) -> None:
        kept = {"job_id": str(saved), "notes": "saved-note-of-quillfeather", "tags": ["saved-tag-of-quillfeather"]}
        await self.send("POST", "/saved-jobs", kept, key="saved")
        await self.send("POST", f"/jobs/{hidden}/hide")
        search = {"name": "search-name-of-quillfeather", "frequency": "instant", "filters": {"company": "Green Thumb"}}
        await self.send("POST", "/saved-searches", search, key="search")
        words = {"filters": {"q": "search-words-of-quillfeather"}, "name": "search-name-of-quillfeather"}
        await self.send("POST", "/saved-searches", words)

    async def _apply(self, job_id: UUID) -> None:
        body = {
            "title": "title-of-quillfeather",
            "company": COMPANY,
            "notes": "application-note-of-quillfeather",
            "tags": ["application-tag-of-quillfeather"],
        }
        own = (await self.send("POST", "/applications", body, key="own")).json()["data"]["id"]
        edited = {"notes": "edited-note-of-quillfeather"}
        await self.send("PATCH", f"/applications/{own}", edited)
        for status in ("applied", "screening", "rejected"):
            step = {"to": status, "note": "step-note-of-quillfeather"}
            await self.send("POST", f"/applications/{own}/transitions", step)
        await self.send("POST", f"/applications/{own}/reopen")
        from_job = {"job_id": str(job_id), "status": "applied", "company": COMPANY}
        live = (await self.send("POST", "/applications", from_job, key="live")).json()["data"]["id"]
        gone = (await self.send("POST", "/applications", body)).json()["data"]["id"]
        await self.send("DELETE", f"/applications/{gone}")
        await self.send("POST", "/generate/cover-letter", {"application_id": live}, key="letter")
        await self.send("POST", "/generate/cover-letter", {"job_id": str(job_id)})

    async def _be_told(self) -> None:
        everything = {"in_app": True, "email": True}
        chosen = {
            "preferences": {"application_submitted": everything, "saved_search_matched": everything},
            "quiet_hours": {"start": "22:00", "end": "07:00", "timezone": "Europe/Warsaw"},
        }
        await self.send("PUT", "/notification-preferences", chosen)

    def _enter(self, signed_in: dict[str, Any]) -> None:
        self.user_id = UUID(signed_in["user"]["id"])
        self.headers["Authorization"] = f"Bearer {signed_in['access_token']}"

    def needles(self) -> list[str]:
        """Return what must not be found any more: everything the person said, and who they were."""
        return [str(self.user_id), self.email, *WORDS]
