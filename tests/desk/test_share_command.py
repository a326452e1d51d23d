"""`make share`: what a post says on each network, on the terminal."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest
from site_folder import SiteFolder

POST = "content/blog/2026/ferry-delay.md"


@pytest.fixture
def long_text(sample_site: SiteFolder) -> SiteFolder:
    place = sample_site.root / POST
    text = place.read_text("utf-8")
    assert "mastodon:" not in text.partition("\n---\n")[0]
    words = "tell the crew " * 50
    place.write_text(text.replace("\nshare:", f"\nshare:\n  mastodon: >-\n    {words}", 1), "utf-8")
    return sample_site


def on_terminal(site: SiteFolder, columns: int, **variables: str) -> str:
    """Run the command on a terminal of that width and return what it wrote there."""
    main, inner = pty.openpty()
    command = [site.bin / "masthead", "share", "--post", "ferry-delay"]
    environment = site.environment(COLUMNS=str(columns), TERM="xterm", **variables)
    child = subprocess.Popen(command, cwd=site.root, env=environment, stdout=inner, stderr=subprocess.DEVNULL)
    os.close(inner)
    said = b""
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:
            break
        if not piece:
            break
        said += piece
    os.close(main)
    assert child.wait() == 0
    return said.decode()


def test_each_text_stands_with_its_count_and_where_it_folds(sample_site: SiteFolder) -> None:
    ended = sample_site.run("masthead", "share", "--post", POST)
    assert ended.code == 0, ended.said
    for name in ("X", "Mastodon", "Bluesky", "Facebook", "LinkedIn", "LinkedIn, employee"):
        assert f"\n{name}  " in ended.out
    assert " of 280 (weighted characters), " in ended.out
    assert "  > folded here on LinkedIn\n" in ended.out
    assert "\nPicture  https://blog.havlinje.example/en/2026/ferry-delay/card.png\n" in ended.out
    assert "\x1b" not in ended.out


def test_the_texts_are_those_of_the_kit(sample_site: SiteFolder) -> None:
    ended = sample_site.run("masthead", "share", "--post", "ferry-delay", "--network", "mastodon")
    kit = Path(sample_site.root, "output-kit/en/2026/ferry-delay/share/mastodon.txt").read_text("utf-8")
    shown = [line[4:] for line in ended.out.splitlines() if line.startswith("  |")]
    assert " ".join(" ".join(shown).split()).startswith(" ".join(kit.split()))


def test_a_text_that_is_too_long_stands_with_what_the_rule_says(long_text: SiteFolder) -> None:
    ended = long_text.run("masthead", "share", "--post", POST)
    assert ended.code == 1
    heading, _, rest = ended.out.partition("\nMastodon  ")[2].partition("\n")
    assert heading.startswith("7") and " of 500 (characters): too long, written by hand" in heading
    said = rest.partition("\n\n")[0]
    assert "error[snippet-fits] the text for mastodon has 7" in rest.partition("Mastodon, employee")[0], said


def test_lines_end_where_the_terminal_ends(sample_site: SiteFolder) -> None:
    said = on_terminal(sample_site, 60, NO_COLOR="1")
    assert "\x1b" not in said
    quoted = [line for line in said.splitlines() if line.startswith("  |")]
    assert quoted and all(len(line) <= 60 or " " not in line[4:].strip() for line in quoted)


def test_there_is_colour_on_a_terminal(sample_site: SiteFolder) -> None:
    assert "\x1b[1mMastodon\x1b[0m" in on_terminal(sample_site, 100)


def test_slips_are_answered_with_what_there_is(sample_site: SiteFolder) -> None:
    post = sample_site.run("masthead", "share", "--post", "fery-delay")
    assert post.code == 2 and "there is no post 'fery-delay'" in post.said
    network = sample_site.run("masthead", "share", "--post", POST, "--network", "mastodn")
    assert network.code == 2 and "Did you mean `mastodon`?" in network.said


def test_a_tag_that_loses_its_meaning_as_a_hashtag_is_named(sample_site: SiteFolder) -> None:
    place = sample_site.root / POST
    place.write_text(place.read_text("utf-8").replace("\nshare:", "\nhashtags: [C++, '50 %', R&D]\nshare:", 1), "utf-8")
    ended = sample_site.run("masthead", "share", "--post", POST)
    assert "\nthe tag 'C++' becomes #C: name others under `hashtags:`\n" in ended.out
    assert "\nthe tag '50 %' makes no hashtag: name others" in ended.out
    assert "R&D" not in ended.out


def test_limits_that_were_looked_up_long_ago_are_named(sample_site: SiteFolder) -> None:
    policy = sample_site.root / "policy.yaml"
    policy.write_text(policy.read_text("utf-8").replace("as_of: 2026-03-20", "as_of: 2027-06-01", 1), "utf-8")
    ended = sample_site.run("masthead", "share", "--post", POST)
    assert (
        "\nthe limits of Bluesky, Facebook, LinkedIn, Mastodon, X were looked up more than 180 days ago\n" in ended.out
    )


def test_a_misspelt_key_stands_with_the_texts_that_were_made_without_it(sample_site: SiteFolder) -> None:
    place = sample_site.root / POST
    place.write_text(place.read_text("utf-8").replace("\nshare:", "\nshare:\n  bluesky: {txt: Mine.}", 1), "utf-8")
    ended = sample_site.run("masthead", "share", "--post", POST)
    assert ended.code == 1 and "error[known-keys] the key 'txt' in 'share.bluesky' is unknown" in ended.out
