"""HOW IT IS MADE: one governed build on Pelican's own generators."""

from pelican import signals

from .pelican_class import Press, promote
from .settings import settings_from_policy

__all__ = ["Press", "register", "settings_from_policy"]


def register() -> None:
    """Put the gate before every build, also where the site's settings name no `PELICAN_CLASS`."""
    signals.initialized.connect(promote)
