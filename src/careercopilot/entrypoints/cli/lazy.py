"""Commands that are imported when they are called, so that ``--help`` and quick commands stay quick."""

from collections.abc import Callable, Mapping

import click

Loader = Callable[[], click.Command]


class LazyGroup(click.Group):
    """A group whose commands come from loaders."""

    def __init__(self, *args: object, loaders: Mapping[str, Loader], **more: object) -> None:
        super().__init__(*args, **more)  # type: ignore[arg-type] # passed on as they came
        self._loaders = loaders

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return all names, in the order of the page."""
        return list(self._loaders)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command now."""
        loader = self._loaders.get(cmd_name)
        return loader() if loader else None
