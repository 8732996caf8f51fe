"""The cleaner of descriptions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercopilot.adapters.html.jobs import NhHtmlCleaner

_PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<a href='https://e.example/?a=1&b=2'>",
            "</a>",
        ),
        *(
            "<a href='javascript:x'>",
            "<table>",
            "<tr>",
            "<td>",
            "</table>",
            "<b>",
            "</b>",
            "<i>",
            "<br>",
            "<h2>",
            "</h2>",
        ),
        *(
            "<button>",
            "</button>",
            "<script>",
            "</script>",
            "<style>",
            "<svg>",
            "</svg>",
            "<math>",
            "<section>",
            "<form>",
        ),
        *(
            "<!-- x -->",
            "<pre>",
            "</pre>",
            "\n",
            "&lt;p&gt;",
            "&amp;lt;b&amp;gt;",
            "&nbsp;",
            "&#1;",
            "&#0;",
            "\x00",
            "<",
            ">",
        ),
        *("&", "word ", "two words", "é", "\ud800", "<img src=x onerror=y>", "<select><option>", "<template>", "<p"),
    ]
)


def cleaned(source: str) -> str:
    return NhHtmlCleaner().clean([source])[0].html


def text(source: str) -> str:
    return NhHtmlCleaner().clean([source])[0].text


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<p onclick='x()'>hi</p>",
        "<a href='javascript:alert(1)'>hi</a>",
        "<a href='/relative'>hi</a>",
        "<iframe src='https://e.example'></iframe>",
        "<form action='https://e.example'><input name=a><button>Apply</button></form>",
        "<style>p{}</style>",
        "<svg><script>alert(1)</script></svg>",
        "&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;hi&lt;/p&gt;",
        "<p>&#1;\x07\x00</p>",
    ],
)
def test_nothing_that_acts_survives(source: str) -> None:
    safe = cleaned(source)

    assert not re.search(
        r"<(script|img|iframe|form|input|button|style|svg)|on\w+=|javascript:|relative|[\x00-\x08]", safe
    )


def test_links_lead_out_and_vouch_for_nothing() -> None:
    safe = cleaned("<p><a href='https://e.example/?a=1&b=2' target=_blank>x</a> <a href='mailto:a@e.example'>y</a></p>")

    assert safe == (
        '<p><a href="https://e.example/?a=1&amp;b=2" rel="nofollow noopener noreferrer">x</a> '
        '<a href="mailto:a@e.example" rel="nofollow noopener noreferrer">y</a></p>'
    )


def test_html_that_was_escaped_once_more_is_unescaped_first() -> None:
    assert cleaned("&lt;p&gt;Hello &amp;amp; you&lt;/p&gt;") == "<p>Hello &amp; you</p>"
    assert cleaned("&amp;lt;p&amp;gt;twice&amp;lt;/p&amp;gt;") == "<p>twice</p>"


def test_plain_text_becomes_paragraphs() -> None:
    assert cleaned("first\nline\n\nR&D < 3") == "<p>first<br>line</p>\n<p>R&amp;D &lt; 3</p>"


def test_tags_that_a_text_speaks_of_stay_words() -> None:
    assert text("<p>You know &lt;b&gt; and &lt;div&gt;</p>") == "You know <b> and <div>"


def test_text_has_a_line_per_block_and_a_blank_line_between_paragraphs() -> None:
    care = "<h2>Work</h2><p>Care&nbsp;for   <b>dogs</b>\n&amp; cats</p>"

    assert (
        text(f"{care}<ul><li><p>walk</p></li><li>feed</li></ul><p>End.</p>")
        == "Work\n\nCare for dogs & cats\n\n- walk\n- feed\n\nEnd."
    )


def test_divisions_and_cells_do_not_run_together() -> None:
    assert text("<div>a</div><div>b</div><section>c</section>d<br>e<br><br>f") == "a\nb\nc\nd\ne\n\nf"
    assert text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == "a b\nc"


def test_a_batch_keeps_its_order() -> None:
    assert [clean.text for clean in NhHtmlCleaner().clean(["<p>a</p>", "", "b"])] == ["a", "", "b"]


@given(st.lists(_PIECES, max_size=14).map("".join) | st.text())
def test_cleaning_twice_is_cleaning_once(source: str) -> None:
    once = NhHtmlCleaner().clean([source])[0]
    twice = NhHtmlCleaner().clean([once.html])[0]

    assert twice == once


@given(st.lists(_PIECES, max_size=14).map("".join) | st.text())
def test_no_control_character_is_left(source: str) -> None:
    once = NhHtmlCleaner().clean([source])[0]

    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", once.html + once.text)
