"""What e-mails say: subject, plain text and HTML, from what people are to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from careercopilot.modules.messaging.domain.delivery import EmailDelivery
from careercopilot.modules.messaging.domain.words import one_line

_MOST_IN_A_DIGEST = 50
_LONGEST_SUBJECT = 150
_CLOSING = (
    "You get this e-mail because of your notification preferences in Career Copilot; change them there at any time."
)


@dataclass(frozen=True)
class Composed:
    """The words of one mail."""

    subject: str
    text: str
    html: str


class Composer:
    """Writes for one installation, whose links begin with ``base_url``."""

    def __init__(self, base_url: str) -> None:
        self._base_url = base_url.rstrip("/")

    def compose(self, deliveries: Sequence[EmailDelivery]) -> Composed:
        """Say what is told: one thing as it is, several as a digest."""
        shown, left_out = deliveries[:_MOST_IN_A_DIGEST], len(deliveries) - _MOST_IN_A_DIGEST
        subject = deliveries[0].title if len(deliveries) == 1 else f"{len(deliveries)} notifications for you"
        parts = [self._text(delivery) for delivery in shown]
        pieces = [self._html(delivery) for delivery in shown]
        if left_out > 0:
            parts.append(f"And {left_out} more in Career Copilot.")
            pieces.append(f"<p>And {left_out} more in Career Copilot.</p>")
        text = "\n\n".join([*parts, f"-- \n{_CLOSING}\n{self._base_url}\n"])
        return Composed(one_line(subject, _LONGEST_SUBJECT), text, self._page(pieces))

    def _text(self, delivery: EmailDelivery) -> str:
        lines = [one_line(delivery.title), "", delivery.body.strip()]
        if delivery.action_url:
            lines += ["", self._link(delivery.action_url)]
        return "\n".join(lines)

    def _html(self, delivery: EmailDelivery) -> str:
        body = escape(delivery.body.strip()).replace("\n", "<br>\n")
        piece = f"<h2>{escape(one_line(delivery.title))}</h2>\n<p>{body}</p>"
        if delivery.action_url:
            piece += f'\n<p><a href="{escape(self._link(delivery.action_url))}">Open</a></p>'
        return piece

    def _page(self, pieces: Sequence[str]) -> str:
        home = escape(self._base_url)
        closing = f'<hr>\n<p><small>{_CLOSING}<br>\n<a href="{home}">{home}</a></small></p>'
        inside = "\n".join([*pieces, closing])
        return f'<!doctype html>\n<html lang="en">\n<body>\n{inside}\n</body>\n</html>\n'

    def _link(self, action_url: str) -> str:
        return self._base_url + action_url if action_url.startswith("/") else action_url
