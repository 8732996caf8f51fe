"""What every process of ours does: end with its supervisor, stop when it is told to, waste little."""

from careercopilot.bootstrap.process.garbage import collect_garbage_seldom
from careercopilot.bootstrap.process.parent_death import exit_when_parent_dies
from careercopilot.bootstrap.process.stop_signals import install_stop_signals

__all__ = ["collect_garbage_seldom", "exit_when_parent_dies", "install_stop_signals"]
