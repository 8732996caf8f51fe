"""What becomes of postings, run after run."""

from datetime import timedelta

from careercopilot.modules.jobs.ports.board_reader import UnreadablePosting
from tests.support.clock import FixedClock
from tests.support.ingestion import Ingesting, found, ids, many, page, spoilt

INGESTED, CLOSED = "jobs.jobs-ingested.v1", "jobs.jobs-closed.v1"


async def test_a_first_run_makes_a_job_of_every_posting(ingestion: Ingesting) -> None:
    run = await ingestion.run(page(*many(3)))
    known = await ingestion.known()
    assert (run.status, run.fetched, run.new, run.error) == ("complete", 3, 3, None)
    assert set(known) == {"0", "1", "2"}
    assert len({posting.job_id for posting in known.values()}) == 3
    assert ids(await ingestion.told(), INGESTED, "new") == {posting.job_id for posting in known.values()}


async def test_the_same_words_again_are_unchanged_and_tell_nothing(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(3)))
    before = await ingestion.known()
    await ingestion.told()
    run = await ingestion.run()
    assert (run.status, run.fetched, run.unchanged, run.new) == ("complete", 3, 3, 0)
    assert await ingestion.known() == before
    assert await ingestion.told() == []


async def test_other_words_update_the_same_job(ingestion: Ingesting) -> None:
    await ingestion.run(page(found("1"), found("2")))
    before = await ingestion.known()
    await ingestion.told()
    run = await ingestion.run(page(found("1", "Master electrician"), found("2")))
    after = await ingestion.known()
    assert (run.updated, run.unchanged) == (1, 1)
    assert after["1"].job_id == before["1"].job_id
    assert after["1"].fingerprint != before["1"].fingerprint
    assert ids(await ingestion.told(), INGESTED, "updated") == {before["1"].job_id}


async def test_what_a_complete_run_does_not_show_is_closed(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(3)))
    before = await ingestion.known()
    await ingestion.told()
    run = await ingestion.run(page(*many(2)))
    assert (run.status, run.fetched, run.closed) == ("complete", 2, 1)
    assert await ingestion.open_ids() == {"0", "1"}
    assert ids(await ingestion.told(), CLOSED, "job_ids") == {before["2"].job_id}
    assert (await ingestion.run()).closed == 0


async def test_what_comes_back_unchanged_is_reopened(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(3)))
    before = await ingestion.known()
    await ingestion.run(page(*many(2)))
    await ingestion.told()
    run = await ingestion.run(page(*many(3)))
    assert (run.fetched, run.unchanged, run.updated, run.reopened) == (3, 3, 0, 1)
    assert await ingestion.known() == before
    assert ids(await ingestion.told(), INGESTED, "reopened") == {before["2"].job_id}


async def test_what_comes_back_with_other_words_is_updated_and_reopened(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(3)))
    before = await ingestion.known()
    await ingestion.run(page(*many(2)))
    run = await ingestion.run(page(*many(2), found("2", "Plumber")))
    after = await ingestion.known()
    assert (run.unchanged, run.updated, run.reopened) == (2, 1, 1)
    assert (after["2"].job_id, after["2"].closed) == (before["2"].job_id, False)


async def test_of_two_postings_with_one_identity_the_first_counts(ingestion: Ingesting) -> None:
    run = await ingestion.run(page(found("1", "First"), found("1", "Second")), page(found("1", "Third"), found("2")))
    assert (run.fetched, run.new) == (2, 2)
    assert (await ingestion.run(page(found("1", "First"), found("2")))).unchanged == 2


async def test_bad_postings_are_recorded_and_the_rest_is_taken(ingestion: Ingesting) -> None:
    fault = KeyError("absent")
    rows = [UnreadablePosting(None, "it is not an object"), UnreadablePosting("9", "it has no address")]
    run = await ingestion.run(page(found("1"), spoilt("2"), spoilt("3", error=fault), unreadable=rows))
    reasons = {(rejection.external_id, rejection.reason) for rejection in run.rejections}
    assert (run.status, run.fetched, run.new, run.rejected) == ("complete", 5, 1, 4)
    assert reasons == {
        (None, "it is not an object"),
        ("9", "it has no address"),
        ("2", "it has no title"),
        ("3", "it could not be understood: KeyError: 'absent'"),
    }
    assert (await ingestion.runs())[0].rejections == run.rejections


async def test_what_no_database_can_store_is_rejected(ingestion: Ingesting) -> None:
    hostile = [
        found("nul", "Nul \x00"),
        found("half", text="half a pair \ud83d"),
        found("x" * 501),
        found("", "No identity"),
        found("blank", "   "),
    ]
    run = await ingestion.run(page(*hostile, found("good")))
    assert (run.status, run.rejected, run.new) == ("complete", 5, 1)


async def test_a_hundred_rejections_are_kept_and_all_are_counted(ingestion: Ingesting) -> None:
    run = await ingestion.run(page(*(spoilt(str(number)) for number in range(730))))
    assert (run.fetched, run.rejected, len(run.rejections)) == (730, 730, 100)


async def test_a_known_posting_that_is_rejected_now_stays_open(ingestion: Ingesting) -> None:
    await ingestion.run(page(found("1"), found("2")))
    run = await ingestion.run(page(spoilt("1"), found("2")))
    assert (run.rejected, run.unchanged, run.closed) == (1, 1, 0)
    assert await ingestion.open_ids() == {"1", "2"}


async def test_rows_without_identity_may_be_what_seems_missing(ingestion: Ingesting) -> None:
    await ingestion.run(page(*many(3)))
    nameless = UnreadablePosting(None, "it is not an object")
    assert (await ingestion.run(page(*many(2), unreadable=[nameless]))).closed == 0
    assert (await ingestion.run(page(*many(1), unreadable=[nameless]))).closed == 2


async def test_big_pages_are_stored_in_batches_and_told_in_batches(ingestion: Ingesting) -> None:
    run = await ingestion.run(page(*many(600)), page(*many(500, start=600)))
    events = [payload for name, payload in await ingestion.told() if name == INGESTED]
    assert run.new == 1100
    assert sum(len(event["new"]) for event in events) == 1100
    assert all(len(event["new"]) <= 500 for event in events)
    await ingestion.run(page(*many(551)))
    closed = [payload["job_ids"] for name, payload in await ingestion.told() if name == CLOSED]
    assert [len(job_ids) for job_ids in closed] == [500, 49]


async def test_an_empty_board_is_complete_and_closes_what_was_there(ingestion: Ingesting, clock: FixedClock) -> None:
    await ingestion.run(page(*many(3)))
    clock.advance(timedelta(hours=1))
    run = await ingestion.run(page())
    assert (run.status, run.fetched, run.closed) == ("complete", 0, 3)
