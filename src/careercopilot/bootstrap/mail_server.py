"""Who carries mail, and how the configured server is."""

from collections.abc import Sequence

from careercopilot.adapters.mail_files.messaging import FileMailer
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.health import HealthProbe
from careercopilot.modules.messaging.domain.mime import sender_of
from careercopilot.modules.messaging.ports.mailer import Mailer

# What speaks SMTP is imported where there is a server to speak to: every start without one would pay for it.


def mailer(settings: Settings) -> Mailer:
    """Make the way that mail goes: to the operator's server, or into the data directory where there is none."""
    sender = sender_of(settings.mail_from)
    if settings.smtp_url is None:
        return FileMailer(settings.data_dir / "mail", sender)
    from careercopilot.adapters.smtp.messaging import SmtpMailer  # noqa: PLC0415
    from careercopilot.adapters.smtp.server import SmtpServer  # noqa: PLC0415

    return SmtpMailer(SmtpServer.parse(settings.smtp_url.get_secret_value()), sender)


def mail_server_probes(settings: Settings) -> Sequence[HealthProbe]:
    """Return the probe of the configured mail server, if one is."""
    if settings.smtp_url is None:
        return []
    from careercopilot.adapters.smtp.health import SmtpHealthProbe  # noqa: PLC0415
    from careercopilot.adapters.smtp.server import SmtpServer  # noqa: PLC0415

    return [SmtpHealthProbe(SmtpServer.parse(settings.smtp_url.get_secret_value()))]
