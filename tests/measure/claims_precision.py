"""Draw findings of `claims-cited` from any folder of posts, to be read and judged by a person.

    python tests/measure/claims_precision.py FOLDER --own-host HOST --seed 1 --sample 60

The same folder, seed and code draw the same findings. What a reading gave stands in docs/claims.md.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from datetime import UTC
from pathlib import Path
from typing import NamedTuple

from pelican.plugins.policy.claims import Claim, find_claims, unsourced_blocks
from pelican.plugins.site_model import Block, Post
from pelican.plugins.site_model.load_post import PostFile, load_post


class Found(NamedTuple):
    """A claim where it stands."""

    post: Post
    block: Block
    claim: Claim

    def __str__(self) -> str:
        line, column, *_ = self.block.place(self.claim.start, self.claim.end)
        text = " ".join(self.block.raw.split())
        return f"{self.post.path}:{line}:{column} {self.claim.kind} [{self.claim.text}]\n    {text}\n"


def load_posts(folder: Path, own_host: str, language: str) -> list[Post]:
    """Read every Markdown file below `folder` that has a title and a date, in order of path."""
    posts = []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        file = PostFile(path=name, id=name.removesuffix(".md"), lang=language, content=path.read_bytes())
        if post := load_post(file, own_host, UTC).post:
            posts.append(post)
    return posts


def find_all(post: Post, *, sourced: bool) -> list[Found]:
    """Return the first claim of each block that has no source, as the rule does, or of each block that has one."""
    blocks = [(block, "") for block in post.blocks if block.cited and block.kind != "heading"]
    found = []
    for block, around in blocks if sourced else unsourced_blocks(post.blocks, "paragraph"):
        claims = find_claims(block.words, post.lang, around, set_apart=block.kind in ("quote", "list"))
        found += [Found(post, block, claim) for claim in claims[:1]]
    return found


def main() -> None:
    """Print the counts and the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--own-host", default="", help="links there are no sources")
    parser.add_argument("--language", default="en", help="of posts that name none")
    parser.add_argument("--sourced", action="store_true", help="draw from the paragraphs that do have a source")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=60)
    options = parser.parse_args()
    posts = load_posts(options.folder, options.own_host, options.language)
    found = [one for post in posts for one in find_all(post, sourced=options.sourced)]
    print(f"{len(posts)} posts, {len(found)} claims in {len({one.post.path for one in found})} posts")
    print(dict(Counter(one.claim.kind for one in found).most_common()))
    for one in random.Random(options.seed).sample(found, min(options.sample, len(found))):
        print(one)


if __name__ == "__main__":
    main()
