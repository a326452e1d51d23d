"""WHO LET IT OUT: statements, signatures, the trusted base and verdicts."""


def register() -> None:
    """Connect nothing: the press calls us once the posts are read."""
