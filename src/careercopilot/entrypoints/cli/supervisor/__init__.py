"""Supervision of child processes: started in order, restarted when they die, stopped in reverse order.

It knows nothing of what the children do. A child of ours calls `exit_when_parent_dies()` first thing; a
foreign program is started through `leashed(command)`. Then even a supervisor that is killed leaves nobody.
"""

from careercopilot.entrypoints.cli.supervisor.child_spec import ChildSpec
from careercopilot.entrypoints.cli.supervisor.errors import ChildKeepsDying, ChildNotReady, SupervisorError
from careercopilot.entrypoints.cli.supervisor.leash import leashed
from careercopilot.entrypoints.cli.supervisor.supervisor import Supervisor

__all__ = [
    "ChildKeepsDying",
    "ChildNotReady",
    "ChildSpec",
    "Supervisor",
    "SupervisorError",
    "leashed",
]
