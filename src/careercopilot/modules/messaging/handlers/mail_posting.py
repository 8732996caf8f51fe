"""Writing one mail and handing it over."""

import asyncio
import random
from collections.abc import Sequence

from careercopilot.kernel.clock import Clock
from careercopilot.kernel.metrics import Counter, Metrics
from careercopilot.modules.identity.api.models import Recipient
from careercopilot.modules.messaging.domain.composing import Composer
from careercopilot.modules.messaging.domain.delivery import EmailDelivery
from careercopilot.modules.messaging.domain.mail import Mail
from careercopilot.modules.messaging.ports.mailer import (
    MailBrokenOff,
    MailDeferred,
    Mailer,
    MailRefused,
    MailUnavailable,
)

MAIL_DELIVERIES = Counter("mail_deliveries_total", "Mails by what became of the attempt to send them.", ("outcome",))
_PATIENCE = 30.0
_NOBODY = "there is no such account any more"


class MailPosting:
    """Knows how each kind of failure is to be taken."""

    def __init__(self, mailer: Mailer, composer: Composer, metrics: Metrics, clock: Clock) -> None:
        self._mailer = mailer
        self._composer = composer
        self._metrics = metrics
        self._clock = clock

    async def post(self, deliveries: Sequence[EmailDelivery], recipient: Recipient | None) -> str:
        """Send one mail and note the outcome with its deliveries, which is returned in a word.

        ``sent``, ``failed`` for good, ``deferred`` until later, or ``away``: then nobody could be written to.
        """
        outcome = await self._try(deliveries, recipient)
        self._metrics.count(MAIL_DELIVERIES, outcome)
        return outcome

    async def _try(self, deliveries: Sequence[EmailDelivery], recipient: Recipient | None) -> str:
        if recipient is None:
            return self._failed(deliveries, _NOBODY)
        try:
            async with asyncio.timeout(_PATIENCE):
                await self._mailer.send(self._mail(deliveries, recipient))
        except MailUnavailable as error:
            return self._away(deliveries, error)
        except MailRefused as refusal:
            return self._failed(deliveries, str(refusal))
        except MailDeferred as error:
            return self._deferred(deliveries, str(error))
        except Exception as error:  # noqa: BLE001 - one mail that cannot be sent must not hold up the others
            return self._deferred(deliveries, type(error).__name__)
        for delivery in deliveries:
            delivery.sent(self._clock.now())
        return "sent"

    def _mail(self, deliveries: Sequence[EmailDelivery], recipient: Recipient) -> Mail:
        words = self._composer.compose(deliveries)
        return Mail(
            id=deliveries[0].id,
            user_id=deliveries[0].user_id,
            to=recipient.email,
            to_name=recipient.full_name,
            subject=words.subject,
            text=words.text,
            html=words.html,
            written_at=self._clock.now(),
        )

    def _away(self, deliveries: Sequence[EmailDelivery], error: MailUnavailable) -> str:
        """Leave it untried, unless it may be the reason: then others go first, or none behind it would ever go."""
        if isinstance(error, MailBrokenOff):
            self._deferred(deliveries, str(error))
        else:
            for delivery in deliveries:
                delivery.release()
        return "away"

    def _failed(self, deliveries: Sequence[EmailDelivery], reason: str) -> str:
        for delivery in deliveries:
            delivery.fail(reason, self._clock.now())
        return "failed"

    def _deferred(self, deliveries: Sequence[EmailDelivery], reason: str) -> str:
        jitter = random.random()  # noqa: S311 - spreads load, keeps no secret
        for delivery in deliveries:
            delivery.defer(reason, self._clock.now(), jitter)
        given_up = all(delivery.settled_at is not None for delivery in deliveries)
        return "failed" if given_up else "deferred"
