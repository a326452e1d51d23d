"""The one Pelican configuration; everything that can differ stands in `policy.yaml`."""

from pathlib import Path

from pelican.plugins.press import Press, settings_from_policy

globals().update(settings_from_policy(Path(__file__).parent))
PELICAN_CLASS = Press
