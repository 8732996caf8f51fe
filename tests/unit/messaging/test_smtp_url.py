"""How the mail server's address is read."""

import pytest

from careercopilot.adapters.smtp.server import BadSmtpUrl, SmtpServer


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example.org", SmtpServer("mail.example.org", 587, tls=False, starttls=None)),
        ("smtp://127.0.0.1:2525?starttls=never", SmtpServer("127.0.0.1", 2525, tls=False, starttls=False)),
        ("smtp://[::1]:25/", SmtpServer("::1", 25, tls=False, starttls=None)),
        (
            "smtp://jobs%40example.org:p%2Fw%3A@mail.example.org",
            SmtpServer("mail.example.org", 587, tls=False, starttls=True, user="jobs@example.org", password="p/w:"),
        ),
        (
            "smtp://a:b@h?starttls=optional",
            SmtpServer("h", 587, tls=False, starttls=None, user="a", password="b"),
        ),
        ("smtps://a:b@h", SmtpServer("h", 465, tls=True, starttls=False, user="a", password="b")),
    ],
)
def test_an_address_says_where_and_how(url: str, expected: SmtpServer) -> None:
    assert SmtpServer.parse(url) == expected
    assert "p/w:" not in repr(SmtpServer.parse(url))


@pytest.mark.parametrize(
    "url",
    [
        "mail.example.org",
        "http://mail.example.org",
        "smtp://",
        "smtp://a:secret@",
        "smtp://a:secret@h:port",
        "smtp://a:secret@h/path",
        "smtp://a:secret@h?starttls=perhaps",
        "smtp://a:secret@h?tls=1",
        "smtps://a:secret@h?starttls=required",
    ],
)
def test_what_is_no_such_address_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(BadSmtpUrl) as refused:
        SmtpServer.parse(url)
    assert "secret" not in str(refused.value)
