"""A small site where every page is at its worst."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.rule import Example

THEME = Path(__file__).parents[2] / "theme"

HOSTILE = """\
title: '<script>alert("title")</script> & Langeskipsrutetabelloppdateringsforsinkelsesmelding'
summary: '<img src=x onerror=alert("summary")> A summary with <b>markup</b> and "quotes".'
authors: [nils-o, kari-lund, nobody-on-file]
tags: [C++, a&b, '"><script>']
lang: en
voice: official
modified: 2026-03-12
disclosure: {kind: gift, by: '<i>Shipyard</i>', what: 'A pen & "ink"'}
discussions: ['https://social.example/@someone/1?a=b&c=d']
corrections:
  - {date: 2026-03-11, text: 'The number was 14 & not <40>.', by: kari-lund}
  - {date: 2026-03-12, text: A comma., by: kari-lund, minor: true}
sources:
  - id: board-report
    title: 'Report "3" & more'
    publisher: A<B
    url: 'https://www.havlinje.example/r?a=1&b=2'
    accessed: 2026-03-01
    note: By post
  - {id: unlinked, title: A letter, note: In the archive}
---
It broke twice [@board-report], and again [@board-report; @unlinked].

## A heading

| Ship | Knots |
|------|------:|
| Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 14 |

    print("a line of code that is much longer than a telephone is wide, and then some more of it")

البحر هادئ اليوم، قال الربان.

A footnote[^1], and [a link](https://www.havlinje.example/other?x=1&y=2).

[^1]: Small print.
"""

POLICY = """\
company:
  name: A&B <Ferries>
  blog: 'The "A&B" <log>'
  languages: [en, ja]
crisis: {active: true, banner: The Havørn is aground. Everybody is safe.}
response: {promise_hours: 0.5, channels: [{name: Post, address: Quay 1}]}
strategy:
  audiences: {nobody: {name: Nobody yet}}
networks: {xing: {state: closed}, mastodon: {state: reserved}}
waivers:
  - {rule: disclosure, reason: A & B, granted_by: kari-lund, granted: 2026-03-01, until: 2026-04-01}
"""

PERSON = """\
name: Nils-Olav Bartholomæus Vestergaard-Christophersen av Ytre Nordvestlandet
role: {ja: 航海士}
guest: {organisation: 'Wind & <Tide>', sponsor: kari-lund}
"""

PAGE = """\
Title: Imprint & Datenschutzgrundverordnungsbeauftragtenverzeichnis <b>

Quay 1 [by post](https://www.havlinje.example/post).
"""

CONFIGURATION = f"""\
from pathlib import Path
from pelican.plugins.press import Press, settings_from_policy

globals().update(settings_from_policy(Path(__file__).parent))
PELICAN_CLASS = Press
THEME = {str(THEME)!r}
"""


@pytest.fixture(scope="session")
def hostile_output(once: Callable[[str, Callable[[Path], None]], Path]) -> Path:
    """A site of hostile texts, very long names, empty lists, a crisis, and no pictures."""
    return once("hostile", _build) / "output"


def _build(root: Path) -> None:
    lay_out(
        Example(post=HOSTILE, policy=POLICY, files={"authors/nils-o.yaml": PERSON, "content/pages/imprint.md": PAGE}),
        root,
    )
    (root / "pelicanconf.py").write_text(CONFIGURATION, "utf-8")
    # As a writer builds at home, where findings are shown and stop nothing.
    built = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output", "-e", 'masthead_phase="write"'],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
