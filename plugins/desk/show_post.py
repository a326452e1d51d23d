"""What an editor is shown before signing: what changed, what the rules say, and what goes to the networks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..policy.finding import Finding
from ..signoff.compare import changes
from ..signoff.load_texts import load_text
from ..signoff.statement import Statement
from ..signoff.word_changes import ChangedLine, Piece, word_changes
from ..site_model import Post, Snippet
from .signing import Signing

_MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
_COLOURS = {"same": ("", ""), "gone": ("\x1b[31;9m", "\x1b[0m"), "new": ("\x1b[32;1m", "\x1b[0m")}
_ABOUT_SIGNING = {"editor-signoff", "four-eyes", "forced-out", "trusted-base"}


def show_post(post: Post, signing: Signing, *, colour: bool) -> Iterator[str]:
    """Yield the lines to show."""
    names = ", ".join(signing.trust.name(author) for author in post.authors)
    yield f"{post.path}"
    yield f"  {post.title}  ({names}, {post.date:%Y-%m-%d}, {post.lang})"
    yield ""
    last = last_approved(post.path, signing)
    yield from _first(post) if last is None else _difference(post, last, signing, colour=colour)
    yield from _findings(signing.judgement.report.findings, post.path)
    yield from _snippets(signing.judgement.snippets(post, signing.judgement.site.house))


def last_approved(path: str, signing: Signing) -> Statement | None:
    """Return the last statement by which the post was let out, if any can be believed."""
    for filed in reversed(signing.evidence.folders[path].revisions):
        if filed.statement and filed.signer and filed.statement.predicate.decision != "withdraw":
            return filed.statement
    return None


def _first(post: Post) -> Iterator[str]:
    yield f"This is the first sign-off: all {len(post.body.split())} words are new."


def _difference(post: Post, last: Statement, signing: Signing, *, colour: bool) -> Iterator[str]:
    said = last.predicate
    who = signing.trust.name(said.editor)
    found = list(changes(last, signing.evidence.bindings[post.path]))
    yield f"Since revision {said.revision} by {who} on {said.moment:%Y-%m-%d}:"
    if not found:
        yield "  nothing changed"
    for change in found:
        if change.what != "text":
            yield f"  {change.words}"
    if any(change.what == "text" for change in found):
        digest = next(subject.digest.sha256 for subject in last.subject if subject.name == post.path)
        old = load_text(signing.evidence.trusted.git, post.path, digest)
        if old is None:
            yield "  the text changed, and git does not have what was signed then: read all of it"
            return
        new = (signing.root / post.path).read_text("utf-8", errors="replace")
        for line in word_changes(old, new):
            yield f"  {line.number:>4}: {_shown(line, colour=colour)}"


def _shown(line: ChangedLine, *, colour: bool) -> str:
    marks = _COLOURS if colour else _MARKS
    return "".join(f"{marks[piece.kind][0]}{_harmless(piece)}{marks[piece.kind][1]}" for piece in line.pieces)


def _harmless(piece: Piece) -> str:
    """Let no text move the cursor or change its direction: the editor must see what is there."""
    return "".join(one if one.isprintable() or one == "\t" else f"<U+{ord(one):04X}>" for one in piece.text)


def _findings(findings: Iterable[Finding], path: str) -> Iterator[str]:
    here = [one for one in findings if one.spot.file == path and one.rule not in _ABOUT_SIGNING]
    yield ""
    yield f"{len(here)} open finding{'s' if len(here) > 1 else ''}:" if here else "No open findings."
    for one in here:
        yield f"  {one.spot}: {one.severity}[{one.rule}] {one.message}"


def _snippets(snippets: Iterable[Snippet]) -> Iterator[str]:
    for number, one in enumerate(snippets):
        if not number:
            yield ""
            yield "This goes to the networks, and is signed with the post:"
        yield f"  {one.name} ({one.source}, {one.count.used} of {one.count.limit} {one.count.unit})"
        for text in (one.text, *one.thread):
            yield from (f"    {line}" for line in text.splitlines())
