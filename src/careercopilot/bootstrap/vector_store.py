"""How the configured vector store is."""

from collections.abc import Sequence

from careercopilot.adapters.chroma.jobs.health import ChromaHealthProbe
from careercopilot.bootstrap.settings import Settings
from careercopilot.kernel.health import HealthProbe


def vector_store_probes(settings: Settings) -> Sequence[HealthProbe]:
    """Return the probe of the configured vector store, if one is."""
    return [ChromaHealthProbe(settings.vector_store_url)] if settings.vector_store_url else []
