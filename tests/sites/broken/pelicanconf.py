"""Lets `masthead check` be typed here; the theme is the repository's."""

from pathlib import Path

from pelican.plugins.press import Press, settings_from_policy

globals().update(settings_from_policy(Path(__file__).parent))
PELICAN_CLASS = Press
THEME = str(Path(__file__).parents[3] / "theme")
