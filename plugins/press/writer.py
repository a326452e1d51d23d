"""Pelican's writer, which also tells each page where it is found in other languages."""

from __future__ import annotations

from typing import Any

from pelican.writers import Writer


class PressWriter(Writer):
    """Adds `alternates`, language to address, to what a template sees."""

    def write_file(self, name: str, template: Any, context: dict[str, Any], *args: Any, **kwargs: Any) -> None:
        """Render the template and write the file."""
        kwargs.setdefault("alternates", context.get("alternates_by_file", {}).get(name, {}))
        super().write_file(name, template, context, *args, **kwargs)
