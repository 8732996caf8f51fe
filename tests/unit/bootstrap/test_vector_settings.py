"""Settings of the vector store and its embedder."""

import pytest

from careercopilot.bootstrap.settings import Settings, WrongSetting


@pytest.mark.parametrize(("given", "url"), [(None, None), ("off", None), ("http://chroma:8000", "http://chroma:8000")])
def test_the_vector_store_can_be_configured_and_switched_off(given: str | None, url: str | None) -> None:
    assert Settings(chroma_url=given).vector_store_url == url


def test_an_embedder_that_there_is_not_is_refused_in_one_line() -> None:
    with pytest.raises(WrongSetting) as wrong:
        Settings(embeddings="onnx:/models/small")
    assert wrong.value.message.count("\n") == 0
    assert wrong.value.message.startswith("CAREERCOPILOT_EMBEDDINGS: ")
