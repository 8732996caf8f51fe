"""What mails say, how they are written down, and how often they are tried."""

from datetime import timedelta

import pytest

from careercopilot.kernel.errors import InvalidInput
from careercopilot.kernel.ids import new_id
from careercopilot.modules.messaging.api.announcements import NewAnnouncement
from careercopilot.modules.messaging.api.personal_records import DeliveryState
from careercopilot.modules.messaging.domain import notices
from careercopilot.modules.messaging.domain.announcement import AT_ONCE, Announcement
from careercopilot.modules.messaging.domain.composing import Composer
from careercopilot.modules.messaging.domain.delivery import as_mails
from careercopilot.modules.messaging.domain.mime import as_message, sender_of
from careercopilot.modules.messaging.domain.notification import Notification
from careercopilot.modules.messaging.domain.words import one_line
from tests.support.clock import START
from tests.support.mail import a_delivery, a_mail

COMPOSER = Composer("https://jobs.example.org/")
HOUR = timedelta(hours=1)


def test_one_thing_is_told_as_it_is_with_a_link_into_this_installation() -> None:
    words = COMPOSER.compose([a_delivery(new_id(), title="3 new jobs", body="• Gardener\n• Cook")])
    assert words.subject == "3 new jobs"
    assert words.text.startswith(
        "3 new jobs\n\n• Gardener\n• Cook\n\nhttps://jobs.example.org/saved-searches/1\n\n-- \n"
    )
    assert '<a href="https://jobs.example.org/saved-searches/1">Open</a>' in words.html
    assert "• Gardener<br>\n• Cook" in words.html


def test_several_things_are_told_together_and_very_many_are_counted() -> None:
    deliveries = [a_delivery(new_id(), title=f"Thing {n}") for n in range(53)]
    few, many = COMPOSER.compose(deliveries[:2]), COMPOSER.compose(deliveries)
    assert few.subject == "2 notifications for you"
    assert "Thing 0" in few.text
    assert "Thing 1" in few.html
    assert many.subject == "53 notifications for you"
    assert "And 3 more in Career Copilot." in many.text
    assert "Thing 50" not in many.text + many.html


def test_words_of_others_are_harmless() -> None:
    delivery = a_delivery(
        new_id(), title="<script>\r\nBcc: x", body='<img src=x onerror="alert(1)">', action_url='https://x.example/?"&a'
    )
    words = COMPOSER.compose([delivery])
    assert words.subject == "<script> Bcc: x"
    assert "<script>" not in words.html
    assert "<img" not in words.html
    assert 'href="https://x.example/?&quot;&amp;a"' in words.html


def test_a_line_is_one_line_without_controls_and_not_too_long() -> None:
    assert one_line("  a\n\tb\x00\x1b c ") == "a b c"
    assert one_line("x" * 400) == "x" * 299 + "…"
    assert (
        one_line("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}")
        == "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}"
    )


@pytest.mark.parametrize("text", ["", "nobody", "Career Copilot", "@example.org", "me@"])
def test_a_sender_must_have_an_address(text: str) -> None:
    with pytest.raises(ValueError, match="MAIL_FROM"):
        sender_of(text)


def test_a_message_has_lines_that_every_server_takes() -> None:
    message = as_message(a_mail(text="x" * 5000 + "\n", subject="ü" * 500), sender_of("me@example.org"))
    assert max(len(line) for line in message.as_bytes().split(b"\r\n")) <= 998


def test_the_digest_of_each_person_goes_out_as_one() -> None:
    one, two = new_id(), new_id()
    gathered = [a_delivery(one, digest=True) for _ in range(3)]
    others = [a_delivery(one), a_delivery(two, digest=True), a_delivery(two)]
    mails = as_mails([*reversed(gathered), *others])
    assert [len(mail) for mail in mails] == [3, 1, 1, 1]
    assert mails[0] == tuple(gathered)


def test_a_deferred_mail_is_tried_ever_later_for_about_a_day() -> None:
    delivery, now, waits = a_delivery(new_id()), START, []
    while delivery.state is DeliveryState.QUEUED:
        delivery.defer("busy", now, 0.0)
        waits.append(delivery.due_at - now)
        now = max(now, delivery.due_at)
    assert waits[:7] == [timedelta(minutes=n) for n in (1, 2, 4, 8, 16, 32, 60)]
    assert 20 * HOUR < now - START < 26 * HOUR
    assert (delivery.state, delivery.last_error, delivery.settled_at) == (DeliveryState.FAILED, "busy", now)


def test_what_failed_together_does_not_come_back_together() -> None:
    early, late = a_delivery(new_id()), a_delivery(new_id())
    early.defer("busy", START, 0.0)
    late.defer("busy", START, 1.0)
    assert late.due_at - early.due_at == timedelta(seconds=15)


@pytest.mark.parametrize("url", ["/jobs?q=1#top", "https://example.org/a", "http://example.org"])
def test_an_announcement_may_lead_somewhere(url: str) -> None:
    assert Announcement.make(new_id(), NewAnnouncement(title="A", body="B", action_url=url), START).action_url == url


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"title": " \n"}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"body": "  "}, "body"),
        ({"body": "x" * 5001}, "body"),
        *(
            ({"action_url": url}, "action_url")
            for url in (
                "javascript:alert(1)",
                "//evil.example",
                "/a b",
                "",
                "jobs",
                "http://",
                "http://[",
                "/\\evil",
                "data:,x",
            )
        ),
    ],
)
def test_an_announcement_that_makes_no_sense_is_refused(words: dict[str, str], field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        Announcement.make(new_id(), NewAnnouncement(**{"title": "A", "body": "B", **words}), START)  # type: ignore[arg-type]
    assert refused.value.details["field"] == field


def test_an_announcement_knows_how_far_it_was_told() -> None:
    announcement = Announcement.make(new_id(), NewAnnouncement(title=" A  b\n", body=" B\n\nC "), START)
    assert (announcement.title, announcement.body) == ("A b", "B\n\nC")
    people = [new_id() for _ in range(AT_ONCE)]
    announcement.told(people, START)
    assert (announcement.told_up_to, announcement.told_at) == (people[-1], None)
    announcement.told([], START)
    assert (announcement.told_up_to, announcement.told_at) == (people[-1], START)


def matched(total: int, *jobs: tuple[str, str], name: str = "Python Berlin") -> Notification:
    ids = [new_id() for _ in range(min(total, 50))]
    return notices.saved_search_matched(
        user_id=new_id(),
        event_id=new_id(),
        saved_search_id=new_id(),
        name=name,
        jobs=jobs,
        job_ids=ids,
        total=total,
        now=START,
    )


def test_a_saved_search_names_its_newest_jobs_and_counts_the_rest() -> None:
    notice = matched(12, *((f"Job {n}", "Acme") for n in range(5)))
    assert notice.title == "12 new jobs for “Python Berlin”"
    assert notice.body.splitlines()[0] == "• Job 0, Acme"
    assert notice.body.splitlines()[-1] == "and 7 more"
    assert matched(1, ("Cook\nin chief", "")).body == "• Cook in chief"
    assert matched(1).title == "1 new job for “Python Berlin”"
    assert matched(1).body == "Open the search to see them."
    assert matched(10_000).title.startswith("10,000 new jobs")
    assert len(matched(2, name="x" * 300).title) < 150
