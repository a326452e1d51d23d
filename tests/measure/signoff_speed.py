"""Measure what verifying many signed posts costs, cold and warm.

    python tests/measure/signoff_speed.py --posts 10000 --rounds 5

Everything is generated: posts, keys, signatures, and a git repository whose `origin/main` holds them.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import os
import statistics
import subprocess
import tempfile
import time
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from pelican.plugins.signoff.draft import Wish, draft
from pelican.plugins.signoff.load_signoffs import load_evidence, verify_site
from pelican.plugins.signoff.statement import Checklist
from pelican.plugins.signoff.wire import wire_string
from pelican.plugins.site_model import Site
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.collector import collect_seldom
from pelican.plugins.site_model.load_site import load_site

_POLICY = """\
as_of: 2026-03-20
company: {name: Havlinje, url: https://blog.havlinje.example}
roles: {editor: [ewa-nowak]}
signoff: {require: ssh}
"""
_READ = Checklist(facts=True, rights=True, confidential=True)


def write_site(root: Path, posts: int, public: str) -> None:
    """Write policy, two people and the posts."""
    (root / "authors").mkdir(parents=True)
    (root / "policy.yaml").write_text(_POLICY, "utf-8")
    key = f"keys:\n  - {{key: {public}, from: 2020-01-01}}\n"
    (root / "authors/ewa-nowak.yaml").write_text(f"name: Ewa Nowak\nemployed: {{from: 2019-01-01}}\n{key}", "utf-8")
    (root / "authors/kari-lund.yaml").write_text("name: Kari Lund\nemployed: {from: 2009-01-01}\n", "utf-8")
    for number in range(posts):
        place = root / "content" / "blog" / f"{2016 + number % 10}" / f"post-{number}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        day = date(2016 + number % 10, 1 + number % 12, 1 + number % 28)
        front = f"---\ntitle: Post {number}\ndate: {day}\nauthors: [kari-lund]\n---\n\n"
        place.write_text(front + f"The ferry left at {number}. " * 30 + "\n", "utf-8")


def sign_site(site: Site, root: Path, key: Ed25519PrivateKey, blob: bytes) -> None:
    """Sign every post, with the bytes that `ssh-keygen` would write."""
    evidence = load_evidence(site, root, base="none", cache=Cache(None))
    namespace = evidence.trusted.trust.namespace
    for post in site.posts:
        wish = Wish(editor="ewa-nowak", checklist=_READ)
        made = draft(evidence.bindings[post.path], evidence.folders[post.path], wish, evidence.trusted.trust.now)
        digest = hashlib.sha512(made.content).digest()
        told = b"SSHSIG" + b"".join(map(wire_string, (namespace.encode(), b"", b"sha512", digest)))
        signature = wire_string(b"ssh-ed25519") + wire_string(key.sign(told))
        parts = b"".join(map(wire_string, (blob, namespace.encode(), b"", b"sha512", signature)))
        text = base64.encodebytes(b"SSHSIG" + (1).to_bytes(4) + parts).decode().strip()
        place = root / made.path
        place.parent.mkdir()
        place.write_bytes(made.content)
        armoured = f"-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----\n"
        place.with_name(f"{place.name}.sig").write_text(armoured, "ascii")


def publish(root: Path) -> None:
    """Make what is there the protected branch, and begin to work on top of it."""
    person = ["-c", "user.name=Kari", "-c", "user.email=kari@havlinje.example"]
    commit = [*person, "commit", "-q", "--allow-empty", "-m"]
    for words in (["init", "-q"], ["add", "-A"], [*commit, "Publish"]):
        subprocess.run(["git", *words], cwd=root, check=True)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=root, check=True)
    subprocess.run(["git", *commit, "Work"], cwd=root, check=True)


def main() -> None:
    """Print medians of the seconds that loading and verifying take."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--posts", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--kept", type=Path, help="file to write each round's seconds to")
    arguments = parser.parse_args()
    collect_seldom()
    key = Ed25519PrivateKey.generate()
    blob = wire_string(b"ssh-ed25519") + wire_string(key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
    with tempfile.TemporaryDirectory(prefix="masthead-signoff-") as folder:
        root = Path(folder)
        os.environ["XDG_STATE_HOME"] = f"{folder}/.state"
        write_site(root, arguments.posts, f"ssh-ed25519 {base64.b64encode(blob).decode()}")
        (root / ".gitignore").write_text(".masthead/\n.state/\n", "utf-8")
        sign_site(load_site(root), root, key, blob)
        publish(root)
        seconds: dict[str, list[float]] = {"load, cold": [], "verify, cold": [], "load, warm": [], "verify, warm": []}
        for round_ in range(arguments.rounds):
            cache = root / f".masthead/cache-{round_}.sqlite"
            for heat in ("cold", "warm"):
                started = time.perf_counter()
                site = load_site(root, cache=Cache(cache))
                loaded = time.perf_counter()
                signoffs = verify_site(site, root, cache=Cache(cache))
                seconds[f"load, {heat}"].append(loaded - started)
                seconds[f"verify, {heat}"].append(time.perf_counter() - loaded)
                assert all(one.verified for one in signoffs.posts.values()), signoffs.why_no_base
        if arguments.kept:
            rounds = ((name, turn, one) for name, taken in seconds.items() for turn, one in enumerate(taken, 1))
            arguments.kept.write_text("".join(f"{name}\t{turn}\t{one:.4f}\n" for name, turn, one in rounds), "utf-8")
        for name, taken in seconds.items():
            print(f"{name:<14}{statistics.median(taken):6.2f} s   ({min(taken):.2f} to {max(taken):.2f})")


if __name__ == "__main__":
    main()
