"""What whoever carries mail promises, however it goes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from pathlib import Path

import pytest

from careercopilot.adapters.mail_files.messaging import FileMailer
from careercopilot.adapters.memory.messaging.mailer import MemoryMailer
from careercopilot.adapters.smtp.messaging import SmtpMailer
from careercopilot.adapters.smtp.server import SmtpServer
from careercopilot.modules.messaging.domain.mime import as_message, sender_of
from careercopilot.modules.messaging.ports.mailer import (
    MailBrokenOff,
    MailDeferred,
    Mailer,
    MailRefused,
    MailUnavailable,
)
from tests.support.mail import a_mail
from tests.support.mail_server import MailServer

SENDER = sender_of("Career Copilot <jobs@example.org>")


@dataclass
class Post:
    """A mailer, what arrived, and how to bring about each kind of failure."""

    mailer: Mailer
    arrived: Callable[[], Sequence[EmailMessage]]
    fail: Callable[[str], None]


@pytest.fixture(params=["memory", "files", "smtp"])
def post(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Post]:
    match request.param:
        case "memory":
            yield _memory()
        case "files":
            yield _files(tmp_path / "mail")
        case _:
            with MailServer() as server:
                yield _smtp(server)


def _memory() -> Post:
    mailer = MemoryMailer()
    mailer.breaks_off_at = {"glass@example.org"}

    def fail(how: str) -> None:
        mailer.refuses = {"robin@example.org"} if how == "refuses" else set()
        mailer.defers = {"robin@example.org"} if how == "defers" else set()
        mailer.away = how == "away"

    return Post(mailer, lambda: [as_message(mail, SENDER) for mail in mailer.sent], fail)


def _files(folder: Path) -> Post:
    def arrived() -> list[EmailMessage]:
        found = [message_from_bytes(path.read_bytes(), policy=SMTPUTF8) for path in sorted(folder.glob("*.eml"))]
        return [message for message in found if isinstance(message, EmailMessage)]

    def fail(how: str) -> None:
        if how == "away":
            folder.write_text("a file where the directory should be")
        else:  # a directory takes everybody's mail
            assert how == "works"
            folder.unlink()

    return Post(FileMailer(folder, SENDER), arrived, fail)


def _smtp(server: MailServer) -> Post:
    def fail(how: str) -> None:
        if how == "away":
            server.stop()
            return
        server.mode = how
        server.stop()
        server.start()

    mailer = SmtpMailer(SmtpServer.parse(server.url), SENDER, step_within=1, pause=0)
    server.chokes_on = {"glass"}
    return Post(mailer, lambda: [mail.message for mail in server.mails], fail)


async def test_a_mail_arrives_whole(post: Post) -> None:
    mail = a_mail(to_name="Łukasz Żółć", subject="3 neue Stellen für „Gärten“")
    await post.mailer.send(mail)
    (message,) = post.arrived()
    assert str(message["To"]) == "Łukasz Żółć <robin@example.org>"
    assert str(message["From"]) == "Career Copilot <jobs@example.org>"
    assert str(message["Subject"]) == mail.subject
    assert message["Message-ID"] == f"<{mail.id}@example.org>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Date"].datetime == mail.written_at
    for kind, words in (("plain", mail.text), ("html", mail.html)):
        part = message.get_body((kind,))
        assert part is not None
        assert part.get_content().replace("\r\n", "\n") == words


async def test_words_cannot_become_headers(post: Post) -> None:
    mail = a_mail(to_name="Robin\r\nBcc: all@example.org", subject="Hello\nBcc: all@example.org\x00", text="Bcc: x\n")
    await post.mailer.send(mail)
    (message,) = post.arrived()
    assert message["Bcc"] is None
    assert str(message["Subject"]) == "Hello Bcc: all@example.org"
    assert [address.addr_spec for address in message["To"].addresses] == ["robin@example.org"]


async def test_an_address_beyond_ascii_is_written_to(post: Post) -> None:
    await post.mailer.send(a_mail(to="jörg@example.org"))
    (message,) = post.arrived()
    assert "jörg@example.org" in str(message["To"])


async def test_a_mail_sent_again_has_the_same_name(post: Post) -> None:
    mail = a_mail()
    await post.mailer.send(mail)
    await post.mailer.send(mail)
    assert {message["Message-ID"] for message in post.arrived()} == {f"<{mail.id}@example.org>"}


async def test_who_is_away_is_told_from_who_comes_back(post: Post) -> None:
    post.fail("away")
    for _ in range(2):
        with pytest.raises(MailUnavailable):
            await post.mailer.send(a_mail())
    post.fail("works")
    await post.mailer.send(a_mail())
    assert len(post.arrived()) == 1


@pytest.mark.parametrize("post", ["memory", "files"], indirect=True)
async def test_what_is_kept_here_of_a_person_is_thrown_away(post: Post) -> None:
    one, two = a_mail(), a_mail()
    for mail in (one, two, a_mail(user_id=one.user_id)):
        await post.mailer.send(mail)
    for _ in range(2):
        await post.mailer.forget(one.user_id)
    assert [message["Message-ID"] for message in post.arrived()] == [f"<{two.id}@example.org>"]


@pytest.mark.parametrize("post", ["memory", "smtp"], indirect=True)
@pytest.mark.parametrize(("how", "error"), [("refuses", MailRefused), ("defers", MailDeferred)])
async def test_a_mailbox_that_takes_nothing_is_its_own_trouble(post: Post, how: str, error: type[Exception]) -> None:
    post.fail(how)
    with pytest.raises(error) as caught:
        await post.mailer.send(a_mail())
    assert "robin" not in str(caught.value)
    post.fail("works")
    await post.mailer.send(a_mail())
    assert len(post.arrived()) == 1


@pytest.mark.parametrize("post", ["memory", "smtp"], indirect=True)
async def test_a_mail_over_which_the_server_goes_away_is_told_from_others(post: Post) -> None:
    with pytest.raises(MailBrokenOff):
        await post.mailer.send(a_mail(to="glass@example.org", subject="glass"))
    await post.mailer.send(a_mail())
    post.fail("away")
    with pytest.raises(MailUnavailable) as caught:
        await post.mailer.send(a_mail())
    assert not isinstance(caught.value, MailBrokenOff)
