"""Content over HTTP."""

from litestar import Controller

CONTROLLERS: tuple[type[Controller], ...] = ()
