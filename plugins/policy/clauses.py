"""What is asked of a company that blogs: the requirements that rules serve, by their ids."""

from __future__ import annotations

CHAPTERS: dict[str, str] = {
    "W": "Who writes",
    "C": "What is written",
    "P": "Who lets it out, and when",
    "N": "Where it goes",
    "D": "Talking back",
}
"""Titles by the first letter of a clause."""

CLAUSES: dict[str, str] = {
    "W1": "Write under your own name or the company's, and answer for it.",
    "W2": "Do not leave the writing to people who have nothing to do with the company.",
    "W3": "Leaders set the example themselves.",
    "W4": "Staff are trained before they post.",
    "W5": "Experts write within their own field.",
    "W6": "Show your face, be a person, and say which company you stand for.",
    "W7": "Somebody who is called verified is who they claim to be.",
    "W8": "Customers are invited in as contributors, and shown as guests.",
    "C1": "Facts come with their sources.",
    "C2": "Only reproduce what you may, and credit the work of others.",
    "C3": "Protect what is confidential, and what is sensitive about others.",
    "C4": "Keep to the rules for competitions.",
    "C5": "Say openly who paid for what.",
    "C6": "The blog connects people; it is not a sales channel.",
    "C7": "Plain language, in a personal but orderly tone.",
    "C8": "Use what the web can do: links, pictures, video, slides.",
    "C9": "Keep to what is relevant, with a balance of private, professional and official voices.",
    "C10": "Write for somebody, in their language, with a purpose.",
    "C11": "What is published is right, and errors are admitted in the open.",
    "C12": "Show the bad with the good, and hide nothing.",
    "C13": "Read and listen before you speak, and join the conversation.",
    "C14": "Write as if everybody reads it, and say nothing you would not say face to face.",
    "P1": "An editor answers for the blog.",
    "P2": "Write regularly and for the long term.",
    "P3": "Do not spend too much time on it.",
    "P4": "In a crisis one calm voice speaks, at once and openly.",
    "P5": "A clear strategy comes first: goals, measures, audiences, promises, channels.",
    "P6": "Processes, not accidents.",
    "P7": "Trust and freedom instead of a thick rule book.",
    "N1": "Be found under the company's name on the few networks that matter.",
    "N2": "Only those responsible have access to the accounts, and there are always two of them.",
    "N3": "Speak in each network's own form.",
    "N4": "Make it easy to recommend and to link to.",
    "N5": "Be reachable, with every channel on one page.",
    "N6": "Let readers follow just what they care for.",
    "N7": "Look and sound the same everywhere.",
    "N8": "Speak the readers' languages.",
    "D1": "Ask for feedback: be more than an advertising board.",
    "D2": "Answer fast.",
    "D3": "Answer criticism, and never hide it.",
    "D4": "Follow a conversation through to its end.",
    "D5": "Count what customers wish for.",
    "D6": "Named people hold the dialogue, at known hours.",
    "D7": "Answer with something concrete that the reader can open.",
    "D8": "Decide by what the numbers show.",
}


def clause_order(clause: str) -> tuple[int, int, str]:
    """Return a key that sorts clauses as they are listed; unknown ones come last."""
    known = list(CLAUSES)
    return (0, known.index(clause), clause) if clause in CLAUSES else (1, 0, clause)
