"""``user``: accounts, from the machine itself."""

import json
import sys
from pathlib import Path

import click
from dishka import AsyncContainer

from careercopilot.entrypoints.cli.options import data_dir_option, settings_for
from careercopilot.entrypoints.cli.running import run_with_container
from careercopilot.modules.identity.api.models import NewUser, UserView
from careercopilot.modules.identity.api.use_cases.accounts import CreateUser


@click.group()
def user() -> None:
    """Make accounts."""


@user.command()
@data_dir_option
@click.option("--email", required=True)
@click.option("--name", "full_name", default="", help="The full name.  [default: the e-mail's first part]")
@click.option("--password-stdin", is_flag=True, required=True, help="Read the password from standard input.")
@click.option("--admin", is_flag=True, help="Make it an administrator.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON alone.")
def create(
    data_dir: Path | None,
    email: str,
    full_name: str,
    password_stdin: bool,  # noqa: ARG001, FBT001 - required, so that nobody puts a password into the history
    admin: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
) -> None:
    """Make an account; the only way to the first administrator."""
    password = sys.stdin.readline().rstrip("\r\n")
    new = NewUser(email=email, password=password, full_name=full_name or email.partition("@")[0], admin=admin)

    async def work(container: AsyncContainer) -> UserView:
        async with container() as scope:
            create_user: CreateUser = await scope.get(CreateUser)
            return await create_user(new)

    made = run_with_container(settings_for(data_dir), work)
    if as_json:
        click.echo(json.dumps({"id": str(made.id), "email": made.email, "roles": sorted(made.roles)}))
    else:
        click.echo(f"{made.email} can sign in now{' as an administrator' if admin else ''}.")
