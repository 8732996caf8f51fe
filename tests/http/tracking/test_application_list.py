import pytest

from tests.http.tracking.person import Person, refused


@pytest.fixture
async def gardener(robin: Person) -> Person:
    """A person with three applications."""
    await robin.track(title="Alder", company="North", tags=["sea"], notes="near the harbour")
    await robin.track(title="Birch", company="South", status="applied")
    await robin.track(title="Cedar", company="Northern", status="offer", archived=True)
    return robin


async def test_a_list_says_where_it_stands_and_what_was_applied(gardener: Person) -> None:
    body = (await gardener.get()).json()
    assert [item["title"] for item in body["data"]] == ["Birch", "Alder"]
    assert body["pagination"] == {
        "page": 1,
        "limit": 20,
        "total": 2,
        "total_pages": 1,
        "total_relation": "eq",
        "next_cursor": None,
    }
    assert body["filters"] == {"archived": False}


@pytest.mark.parametrize(
    ("query", "expected", "echo"),
    [
        ("status=applied", ["Birch"], {"status": ["applied"]}),
        ("status=applied,saved,applied&sort=title", ["Alder", "Birch"], {"status": ["applied", "saved"]}),
        ("status=applied&status=saved&sort=-title", ["Birch", "Alder"], {"status": ["applied", "saved"]}),
        ("company=NORTH", ["Alder"], {"company": "NORTH"}),
        ("tag=Sea", ["Alder"], {"tag": "Sea"}),
        ("q=%20harbour%20north%20", ["Alder"], {"q": "harbour north"}),
        ("q=%20", ["Birch", "Alder"], {}),
        ("archived=true", ["Cedar"], {"archived": True}),
        ("updated_after=2026-03-02T08:59:59Z&sort=status", ["Alder", "Birch"], None),
        ("updated_after=2026-03-02T09:00:00Z", [], {"updated_after": "2026-03-02T09:00:00Z"}),
        ("sort=-company,title&limit=1", ["Birch"], {}),
    ],
)
async def test_filters_and_sorts(
    gardener: Person, query: str, expected: list[str], echo: dict[str, object] | None
) -> None:
    body = (await gardener.get(f"?{query}")).json()
    assert [item["title"] for item in body["data"]] == expected
    if echo is not None:
        assert body["filters"] == {"archived": False} | echo


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=hired", "status"),
        ("status=", "status"),
        ("sort=salary", "sort"),
        ("sort=title,-title", "sort"),
        ("sort=", "sort"),
        ("archived=perhaps", "archived"),
        ("updated_after=yesterday", "updated_after"),
        ("updated_after=2026-03-02T09:00:00", "updated_after"),
        ("page=0", "page"),
        ("page=101&limit=100", "page"),
        ("limit=101", "limit"),
        ("limit=x", "limit"),
        ("q=" + "q" * 1_001, "q"),
        ("stage=applied", "stage"),
        ("q=%00", "query"),
    ],
)
async def test_a_filter_that_cannot_be_applied_is_refused_by_name(gardener: Person, query: str, field: str) -> None:
    assert refused(await gardener.get(f"?{query}"), 400, "VALIDATION_ERROR")["field"] == field


async def test_an_unknown_status_is_refused_with_those_there_are(gardener: Person) -> None:
    reason = refused(await gardener.get("?status=hired"), 400, "VALIDATION_ERROR")["reason"]
    assert "saved, applied, screening, interview, offer" in reason


async def test_the_second_page_follows_the_first(gardener: Person) -> None:
    titles = [(await gardener.get(f"?limit=1&page={page}")).json()["data"][0]["title"] for page in (1, 2)]
    assert titles == ["Birch", "Alder"]
    assert (await gardener.get("?limit=1&page=3")).json()["data"] == []
