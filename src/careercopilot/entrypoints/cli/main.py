"""``careercopilot``: the one command, with a subcommand for everything."""

import sys

import click

from careercopilot.entrypoints.cli.commands import LOADERS
from careercopilot.entrypoints.cli.lazy import LazyGroup
from careercopilot.kernel.errors import CareerCopilotError

_INTERRUPTED = 130


@click.group(cls=LazyGroup, loaders=LOADERS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="careercopilot")
def cli() -> None:
    """Career Copilot: job postings in, one honest record of each opening, your applications on their way."""


def main() -> None:
    """Run the command; a failure is one clear line on standard error and a non-zero exit."""
    try:
        code = cli.main(prog_name="careercopilot", standalone_mode=False)
    except (click.exceptions.Abort, KeyboardInterrupt):
        sys.exit(_INTERRUPTED)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(2)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except CareerCopilotError as error:
        _fail(error.message)
    except Exception as error:  # noqa: BLE001 - the person at the terminal gets a line, a developer sets DEBUG
        _fail(_one_line(error))
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _one_line(error: Exception) -> str:
    lines = [line for line in str(error).splitlines() if line.strip()]
    name = type(error).__name__
    return lines[0] if lines and name.endswith(_TOLD_IN_FULL) else f"{name}: {lines[0]}" if lines else name


# Errors whose message is written for the person at the terminal.
_TOLD_IN_FULL = ("EmbeddedPostgresError", "DataDirectoryInUse", "IncompatibleCluster", "SupervisorError")


def _fail(message: str) -> None:
    click.echo(f"careercopilot: {message}", err=True)
    sys.exit(1)


if __name__ == "__main__":
    main()
