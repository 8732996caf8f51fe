"""A person's notifications."""

from typing import Annotated
from uuid import UUID

import msgspec
from dishka.integrations.litestar import FromDishka
from litestar import Controller, Response, delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody
from litestar.status_codes import HTTP_200_OK, HTTP_201_CREATED

from careercopilot.entrypoints.http.answers import Data, PageOf, applied, page_of
from careercopilot.entrypoints.http.bodies import Name
from careercopilot.entrypoints.http.conditional import has_already, not_modified
from careercopilot.entrypoints.http.guards import SignedInRequest
from careercopilot.entrypoints.http.messaging.view_tag import demanded, tag_of
from careercopilot.kernel.paging import PageRequest
from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.models import (
    MarkedRead,
    NotificationFilter,
    NotificationOrder,
    NotificationType,
    NotificationView,
    Priority,
    UnreadCount,
)
from careercopilot.modules.messaging.api.use_cases.announcements import Announce
from careercopilot.modules.messaging.api.use_cases.notifications import (
    CountUnread,
    DeleteNotification,
    ListNotifications,
    MarkAllRead,
    MarkNotification,
    ViewNotification,
)


class NotificationPatch(msgspec.Struct, forbid_unknown_fields=True):
    """What a person can change about a notification."""

    read: bool | msgspec.UnsetType = msgspec.UNSET


class AnnouncementBody(msgspec.Struct, forbid_unknown_fields=True):
    """What everybody is to be told."""

    title: Name
    body: Annotated[str, msgspec.Meta(min_length=1, max_length=5000)]
    priority: Priority = Priority.MEDIUM
    action_url: Annotated[str, msgspec.Meta(max_length=2000, examples=["/jobs"])] | None = None


class NotificationsController(Controller):
    """What a person was told, and whether it was read."""

    path = "/notifications"
    tags = ("notifications",)

    @get("/", operation_id="listNotifications", summary="List notifications")
    async def list_(
        self,
        request: SignedInRequest,
        list_notifications: FromDishka[ListNotifications],
        *,
        read: FromQuery[bool | None] = None,
        type: FromQuery[NotificationType | None] = None,  # noqa: A002 - the parameter's public name
        priority: FromQuery[Priority | None] = None,
        sort: FromQuery[NotificationOrder] = NotificationOrder.NEWEST_FIRST,
        page: FromQuery[int] = 1,
        limit: FromQuery[int] = 20,
    ) -> PageOf[NotificationView]:
        """Return one's own notifications, the newest first unless `sort` says otherwise."""
        wanted = NotificationFilter(read=read, type=type, priority=priority)
        found = await list_notifications(request.user.user_id, wanted, sort, PageRequest(page, limit))
        return page_of(found, applied(read=read, type=type, priority=priority))

    @post("/", operation_id="announce", summary="Tell everybody", opt={"role": "admin", "idempotent": True})
    async def announce(
        self, request: SignedInRequest, data: JSONBody[AnnouncementBody], announce: FromDishka[Announce]
    ) -> Response[Data[NotificationView]]:
        """Announce something to everybody who has an account now. For administrators; answers with their own copy."""
        words = NewAnnouncement(title=data.title, body=data.body, priority=data.priority, action_url=data.action_url)
        copy = await announce(request.user.user_id, words)
        headers = {"Location": f"/api/v1/notifications/{copy.id}", "ETag": tag_of(copy)}
        return Response(Data(copy), status_code=HTTP_201_CREATED, headers=headers)

    @get("/unread-count", operation_id="countUnreadNotifications", summary="Count unread notifications")
    async def unread_count(self, request: SignedInRequest, count_unread: FromDishka[CountUnread]) -> Data[UnreadCount]:
        """Return how many notifications are unread, up to 10,000."""
        return Data(await count_unread(request.user.user_id))

    @post("/read-all", operation_id="markAllNotificationsRead", summary="Mark all as read", status_code=HTTP_200_OK)
    async def read_all(self, request: SignedInRequest, mark_all_read: FromDishka[MarkAllRead]) -> Data[MarkedRead]:
        """Mark every notification as read; `updated` says how many were unread."""
        return Data(await mark_all_read(request.user.user_id))

    @get("/{notification_id:uuid}", operation_id="getNotification", summary="Read a notification")
    async def view(
        self, request: SignedInRequest, notification_id: FromPath[UUID], view_notification: FromDishka[ViewNotification]
    ) -> Response[Data[NotificationView]]:
        """Return one notification; reading it here does not mark it as read."""
        found = await view_notification(request.user.user_id, notification_id)
        tag = tag_of(found)
        return not_modified(tag) if has_already(request, tag) else _tagged(found)

    @patch("/{notification_id:uuid}", operation_id="changeNotification", summary="Mark as read or unread")
    async def change(
        self,
        request: SignedInRequest,
        notification_id: FromPath[UUID],
        data: JSONBody[NotificationPatch],
        view_notification: FromDishka[ViewNotification],
        mark_notification: FromDishka[MarkNotification],
    ) -> Response[Data[NotificationView]]:
        """Mark the notification as read or unread; marking it as read twice keeps the first moment."""
        seen = await view_notification(request.user.user_id, notification_id)
        expected = demanded(request, seen)
        if data.read is msgspec.UNSET:
            return _tagged(seen)
        marked = await mark_notification(request.user.user_id, notification_id, read=data.read, expected=expected)
        return _tagged(marked)

    @delete("/{notification_id:uuid}", operation_id="deleteNotification", summary="Delete a notification")
    async def delete(
        self,
        request: SignedInRequest,
        notification_id: FromPath[UUID],
        view_notification: FromDishka[ViewNotification],
        delete_notification: FromDishka[DeleteNotification],
    ) -> None:
        """Delete the notification for good."""
        expected = demanded(request, await view_notification(request.user.user_id, notification_id))
        await delete_notification(request.user.user_id, notification_id, expected)


def _tagged(notification: NotificationView) -> Response[Data[NotificationView]]:
    return Response(Data(notification), status_code=HTTP_200_OK, headers={"ETag": tag_of(notification)})
