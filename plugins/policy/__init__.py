"""MAY WE PUBLISH IT: rules, the checker, waivers, reporters and the rulebook."""


def register() -> None:
    """Connect nothing: the press calls the checker before it builds."""
