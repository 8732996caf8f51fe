"""Every command, imported only when it is asked for."""

# ruff: noqa: PLC0415 - imports inside the loaders are the point; the names say it all

import click

from careercopilot.entrypoints.cli.lazy import Loader


def _up() -> click.Command:
    from careercopilot.entrypoints.cli.up import up

    return up


def _serve() -> click.Command:
    from careercopilot.entrypoints.cli.processes import serve

    return serve


def _worker() -> click.Command:
    from careercopilot.entrypoints.cli.processes import worker

    return worker


def _scheduler() -> click.Command:
    from careercopilot.entrypoints.cli.processes import scheduler

    return scheduler


def _migrate() -> click.Command:
    from careercopilot.entrypoints.cli.migrate import migrate

    return migrate


def _ingest() -> click.Command:
    from careercopilot.entrypoints.cli.ingest import ingest

    return ingest


def _demo() -> click.Command:
    from careercopilot.entrypoints.cli.demo import demo

    return demo


def _events() -> click.Command:
    from careercopilot.entrypoints.cli.events import events

    return events


def _user() -> click.Command:
    from careercopilot.entrypoints.cli.user import user

    return user


def _doctor() -> click.Command:
    from careercopilot.entrypoints.cli.doctor import doctor

    return doctor


def _rebuild_insights() -> click.Command:
    from careercopilot.entrypoints.cli.rebuild_insights import rebuild_insights

    return rebuild_insights


def _reindex() -> click.Command:
    from careercopilot.entrypoints.cli.reindex import reindex

    return reindex


def _openapi() -> click.Command:
    from careercopilot.entrypoints.cli.processes import openapi

    return openapi


LOADERS: dict[str, Loader] = {
    "up": _up,
    "serve": _serve,
    "worker": _worker,
    "scheduler": _scheduler,
    "migrate": _migrate,
    "ingest": _ingest,
    "demo": _demo,
    "events": _events,
    "user": _user,
    "doctor": _doctor,
    "rebuild-insights": _rebuild_insights,
    "reindex": _reindex,
    "openapi": _openapi,
}
