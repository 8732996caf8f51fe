"""What every process of ours does: end with its supervisor, and stop when it is told to."""

from careercopilot.bootstrap.process.parent_death import exit_when_parent_dies
from careercopilot.bootstrap.process.stop_signals import install_stop_signals

__all__ = ["exit_when_parent_dies", "install_stop_signals"]
