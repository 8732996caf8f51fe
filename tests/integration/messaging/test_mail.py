"""Mails on PostgreSQL, over SMTP, while things go wrong."""

import asyncio
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from dishka import AsyncContainer

from careercopilot.adapters.mail_files.messaging import FileMailer
from careercopilot.adapters.smtp.health import SmtpHealthProbe
from careercopilot.adapters.smtp.messaging import SmtpMailer
from careercopilot.adapters.smtp.server import SmtpServer
from careercopilot.bootstrap.mail_server import mail_server_probes, mailer
from careercopilot.modules.messaging.api.use_cases.mail import MailRound
from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.domain.mime import sender_of
from careercopilot.modules.messaging.ports.mailer import MailUnavailable
from tests.support.clock import FixedClock
from tests.support.containers import on_postgres, settings
from tests.support.mail import a_delivery, a_mail, a_notice, an_account, deliver_mails, mailing_by, queue, tell
from tests.support.mail_server import MailServer

SENDER = sender_of("jobs@example.org")
MINUTE = timedelta(minutes=1)


async def test_what_is_told_arrives(product: AsyncContainer, mail_server: MailServer) -> None:
    user_id = await an_account(product, "Łukasz Żółć", "lukasz@example.org")
    await tell(product, a_notice(user_id, title="2 new jobs for “Gärten”", body="• Gärtner, Łódź"))
    assert await deliver_mails(product) == MailRound(sent=1)
    (mail,) = mail_server.mails
    assert (mail.recipients, mail.sender) == (("lukasz@example.org",), "jobs@example.org")
    assert str(mail.message["To"]) == "Łukasz Żółć <lukasz@example.org>"
    assert str(mail.message["Subject"]) == "2 new jobs for “Gärten”"
    assert "• Gärtner, Łódź" in mail.part("plain")
    assert "http://127.0.0.1:8000/saved-searches/1" in mail.part("html")


@pytest.mark.parametrize("how", ["gone", "hangs", "closes"])
async def test_a_server_that_was_away_gets_each_mail_once_when_it_is_back(
    product: AsyncContainer, mail_server: MailServer, clock: FixedClock, how: str
) -> None:
    user_id = await an_account(product, email="robin@example.org")
    await queue(product, *(a_delivery(user_id) for _ in range(12)))
    mail_server.stop()
    if how != "gone":
        mail_server.mode = how
        mail_server.start()
    before = mail_server.connections
    came_of_it = await deliver_mails(product)
    assert (came_of_it.away, came_of_it.sent) == (True, 0)
    assert mail_server.connections - before <= 1
    mail_server.stop()
    mail_server.mode = "works"
    mail_server.start()
    clock.advance(MINUTE)
    assert await deliver_mails(product) == MailRound(sent=12)
    assert len({mail.message_id for mail in mail_server.mails}) == len(mail_server.mails) == 12


async def test_a_mail_at_which_the_server_hangs_up_does_not_hold_up_the_others(
    product: AsyncContainer, mail_server: MailServer, clock: FixedClock
) -> None:
    user_id = await an_account(product, email="robin@example.org")
    mail_server.chokes_on = {"glass"}
    await queue(product, *(a_delivery(user_id, title=title) for title in ("glass", "wood", "wool")))
    assert await deliver_mails(product) == MailRound(away=True)
    assert await deliver_mails(product) == MailRound(sent=2)
    mail_server.chokes_on = set()
    clock.advance(2 * MINUTE)
    assert await deliver_mails(product) == MailRound(sent=1)


async def test_several_who_deliver_at_once_send_each_mail_once(
    product: AsyncContainer, mail_server: MailServer
) -> None:
    people = [await an_account(product, email=f"person-{n}@example.org") for n in range(3)]
    await queue(product, *(a_delivery(user_id) for user_id in people for _ in range(20)))
    await queue(product, *(a_delivery(user_id, digest=True) for user_id in people for _ in range(5)))
    rounds = await asyncio.gather(*(deliver_mails(product) for _ in range(4)))
    assert sum(rounds, MailRound()) == MailRound(sent=63)
    assert len({mail.message_id for mail in mail_server.mails}) == len(mail_server.mails) == 63


async def test_a_worker_killed_in_the_middle_leaves_its_mails_to_another(
    database_url: str, clock: FixedClock, product: AsyncContainer, mail_server: MailServer
) -> None:
    class Stuck:
        def __init__(self) -> None:
            self.taken: list[Mail] = []
            self.stuck = asyncio.Event()

        async def send(self, mail: Mail) -> None:
            self.taken.append(mail)
            if len(self.taken) > 2:
                self.stuck.set()
                await asyncio.Event().wait()

        async def forget(self, user_id: UUID) -> None: ...

    dying = Stuck()
    user_id = await an_account(product, email="robin@example.org")
    await queue(product, *(a_delivery(user_id) for _ in range(6)))
    doomed = on_postgres(database_url, clock, mailing_by(dying))
    worker = asyncio.create_task(deliver_mails(doomed))
    await dying.stuck.wait()
    worker.cancel()
    await asyncio.gather(worker, return_exceptions=True)
    await doomed.close()
    assert await deliver_mails(product) == MailRound()  # they are still the dead one's
    clock.advance(7 * MINUTE)
    assert await deliver_mails(product) == MailRound(sent=4)
    sent = {f"<{mail.id}@example.org>" for mail in dying.taken[:2]} | {mail.message_id for mail in mail_server.mails}
    assert len(sent) == 6


async def test_a_refusal_does_not_tell_whose_it_was(product: AsyncContainer, mail_server: MailServer) -> None:
    user_id = await an_account(product, email="robin@example.org")
    mail_server.mode = "refuses"
    await queue(product, a_delivery(user_id))
    assert await deliver_mails(product) == MailRound(failed=1)
    assert mail_server.mails == []


async def test_a_server_that_wants_to_know_who_writes_is_told() -> None:
    with MailServer("jobs", "open-sesame") as server:
        await SmtpMailer(SmtpServer.parse(server.url), SENDER).send(a_mail())
        assert len(server.mails) == 1
        wrong = SmtpServer.parse(server.url.replace("open-sesame", "guess"))
        with pytest.raises(MailUnavailable) as refused:
            await SmtpMailer(wrong, SENDER).send(a_mail())
        assert "guess" not in str(refused.value)


async def test_a_server_that_offers_no_encryption_is_not_given_a_password() -> None:
    with MailServer("jobs", "open-sesame") as server:
        careful = SmtpServer.parse(server.url.replace("never", "required"))
        with pytest.raises(MailUnavailable):
            await SmtpMailer(careful, SENDER).send(a_mail())
        assert server.mails == []


async def test_a_server_that_is_away_is_left_in_peace_for_a_while() -> None:
    with MailServer() as server:
        server.mode = "closes"
        patient = SmtpMailer(SmtpServer.parse(server.url), SENDER, pause=60)
        for _ in range(5):
            with pytest.raises(MailUnavailable):
                await patient.send(a_mail())
        assert server.connections == 1


async def test_health_says_how_the_server_is() -> None:
    with MailServer() as server:
        address = SmtpServer.parse(server.url)
        assert (await SmtpHealthProbe(address).check()).status == "up"
        server.mode = "hangs"
        async with asyncio.timeout(2):
            assert (await SmtpHealthProbe(address).check()).status == "down"
        probe = SmtpHealthProbe(address)
        server.mode = "closes"
        known = server.connections
        states = [(await probe.check()).status for _ in range(3)]
        assert (states, server.connections - known) == (["down"] * 3, 1)
    assert (await SmtpHealthProbe(address).check()).status == "down"


async def test_settings_say_where_mail_goes(tmp_path: Path) -> None:
    files = mailer(settings(data_dir=tmp_path))
    assert isinstance(files, FileMailer)
    assert list(mail_server_probes(settings())) == []
    with MailServer() as server:
        chosen = settings(smtp_url=server.url, mail_from="Jobs <jobs@example.org>")
        await mailer(chosen).send(a_mail())
        assert str(server.mails[0].message["From"]) == "Jobs <jobs@example.org>"
        (probe,) = mail_server_probes(chosen)
        assert probe.component == "external_services"


async def test_files_are_for_their_owner_and_the_oldest_make_room(tmp_path: Path) -> None:
    keeping_three = FileMailer(tmp_path / "mail", SENDER, kept=3)
    mails = [a_mail() for _ in range(5)]
    for mail in mails:
        await keeping_three.send(mail)
    kept = sorted((tmp_path / "mail").iterdir())
    assert [path.name for path in kept] == [f"{mail.id}.{mail.user_id}.eml" for mail in mails[2:]]
    assert {path.stat().st_mode & 0o777 for path in kept} == {0o600}
