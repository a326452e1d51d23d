"""WHO TELLS OTHERS: a snippet for each network, cards and the kit."""


def register() -> None:
    """Connect nothing: the press calls us once the posts are read."""
