"""What the contexts publish, found by walking their packages."""

import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from careercopilot import modules
from careercopilot.kernel.events import Event


def published_modules(part: str) -> Iterator[ModuleType]:
    """Import and yield the modules at or below ``part`` of every context, such as ``api.events``."""
    for context in pkgutil.iter_modules(modules.__path__, f"{modules.__name__}."):
        prefix = f"{context.name}.{part}"
        for found in pkgutil.walk_packages(pkgutil.resolve_name(context.name).__path__, f"{context.name}."):
            if found.name == prefix or found.name.startswith(f"{prefix}."):
                yield pkgutil.resolve_name(found.name)


def use_cases() -> list[type]:
    """Return every Protocol that a context offers."""
    return [kind for module in published_modules("api.use_cases") for kind in _protocols_of(module)]


def events() -> list[type[Event]]:
    """Return every event that a context can tell."""
    found = [kind for module in published_modules("api.events") for kind in _classes_of(module)]
    return [kind for kind in found if issubclass(kind, Event)]


def _protocols_of(module: ModuleType) -> list[type]:
    return [kind for kind in _classes_of(module) if getattr(kind, "_is_protocol", False)]


def _classes_of(module: ModuleType) -> list[type]:
    return [kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == module.__name__]
