"""A small blog in a real git repository with a bare remote, and people with real keys."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import yaml
from example_site import EXAMPLE_POST, lay_out
from real_keys import KeyPair

from pelican.plugins.policy.rule import Example
from pelican.plugins.signoff.draft import Draft, Wish, draft
from pelican.plugins.signoff.load_signoffs import load_evidence, verify_site
from pelican.plugins.signoff.statement import Checklist, encode_statement
from pelican.plugins.signoff.verdict import Signoff, Signoffs
from pelican.plugins.site_model import Site
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site

POST = EXAMPLE_POST
NOW = datetime(2026, 3, 20, 11, 0, tzinfo=UTC)
NAMESPACE = "editorial-signoff.v1@blog.havlinje.example"
READ = Checklist(facts=True, rights=True, confidential=True)
_PORTRAITS = Path(__file__).parents[2] / "authors"
_GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Kari Lund",
    "GIT_AUTHOR_EMAIL": "kari.lund@havlinje.example",
    "GIT_COMMITTER_NAME": "Kari Lund",
    "GIT_COMMITTER_EMAIL": "kari.lund@havlinje.example",
}


class Blog:
    """Ewa edits, Kari writes; everything that a test changes is a file, everything it asks is asked of the product."""

    def __init__(self, folder: Path, keys: Mapping[str, KeyPair]) -> None:
        self.remote = folder / "remote.git"
        self.root = folder / "work"
        self.keys = keys
        self.root.mkdir()
        lay_out(Example(), self.root)
        (self.root / ".gitattributes").write_text("* text=auto eol=lf\ncontent/** -text\n*.png binary\n", "utf-8")
        policy = yaml.load(self.read("policy.yaml"), yaml.BaseLoader)
        del policy["as_of"]
        policy["signoff"] = {"require": "ssh"}
        self.write("policy.yaml", yaml.safe_dump(policy, sort_keys=False, allow_unicode=True))
        for person in ("ewa-nowak", "mikko-salo"):
            self.add_key(person, keys[person])
        subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(self.remote)], check=True)
        self.git("init", "-q", "-b", "main")
        self.git("remote", "add", "origin", str(self.remote))
        self.commit("Begin", NOW - timedelta(days=60))
        self.push()

    def git(self, *words: str, when: datetime = NOW, **extra: str) -> str:
        stamp = f"{int(when.timestamp())} +0000"
        environment = {**os.environ, **_GIT, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, **extra}
        done = subprocess.run(
            ["git", *words], cwd=self.root, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"git {' '.join(words)}: {done.stderr}"
        return done.stdout

    def commit(self, message: str, when: datetime = NOW, **extra: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, when=when, **extra)

    def push(self) -> None:
        self.git("push", "-q", "origin", "HEAD:main")
        self.git("fetch", "-q", "origin")

    def publish(self, message: str = "Publish", when: datetime = NOW) -> None:
        """Bring what is here to the protected branch, and let one more commit follow, so that it is in the base."""
        self.commit(message, when)
        self.push()

    def branch(self, name: str = "pr") -> None:
        self.git("checkout", "-q", "-b", name, "origin/main")

    def read(self, path: str) -> str:
        return (self.root / path).read_text("utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def picture(self, path: str, of: str = "kari-lund") -> None:
        """Put a real picture there, a portrait of the sample site."""
        (self.root / path).write_bytes((_PORTRAITS / f"{of}.png").read_bytes())

    def change(self, path: str, before: str, after: str) -> None:
        assert before in self.read(path), f"{before!r} is not in {path}"
        self.write(path, self.read(path).replace(before, after))

    def add_key(self, person: str, key: KeyPair, **dates: str) -> None:
        path = f"authors/{person}.yaml"
        profile = yaml.load(self.read(path), yaml.BaseLoader)
        profile.setdefault("keys", []).append({"key": key.public, "from": "2020-01-01", **dates})
        self.write(path, yaml.safe_dump(profile, sort_keys=False, allow_unicode=True))

    def edit_person(self, person: str, **values: object) -> None:
        path = f"authors/{person}.yaml"
        profile = yaml.load(self.read(path), yaml.BaseLoader)
        self.write(path, yaml.safe_dump({**profile, **values}, sort_keys=False, allow_unicode=True))

    def edit_policy(self, **values: object) -> None:
        policy = yaml.load(self.read("policy.yaml"), yaml.BaseLoader)
        self.write("policy.yaml", yaml.safe_dump({**policy, **values}, sort_keys=False, allow_unicode=True))

    def site(self) -> Site:
        return load_site(self.root, cache=Cache(None))

    def signoffs(self, now: datetime = NOW, **more: object) -> Signoffs:
        more.setdefault("base", os.environ.get("MASTHEAD_BASE"))
        return verify_site(self.site(), self.root, now=now, cache=Cache(None), **more)  # type: ignore[arg-type]

    def signoff(self, post: str = POST, now: datetime = NOW, **more: object) -> Signoff:
        return self.signoffs(now, **more).posts[post]

    def draft(self, wish: Wish, post: str = POST, moment: datetime = NOW - timedelta(hours=1), **more: object) -> Draft:
        evidence = load_evidence(self.site(), self.root, now=NOW, cache=Cache(None), **more)  # type: ignore[arg-type]
        return draft(evidence.bindings[post], evidence.folders[post], wish, moment)

    def file(self, made: Draft, key: KeyPair, namespace: str = NAMESPACE) -> None:
        (self.root / made.path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / made.path).write_bytes(made.content)
        (self.root / f"{made.path}.sig").write_bytes(key.sign(made.content, namespace))

    def sign(
        self,
        editor: str = "ewa-nowak",
        decision: str = "approve",
        *,
        post: str = POST,
        key: KeyPair | None = None,
        moment: datetime = NOW - timedelta(hours=1),
        reason: str = "",
        **changed: object,
    ) -> Draft:
        """File a statement with a signature by the editor's key, or another; `changed` falsifies the predicate."""
        wish = Wish(editor=editor, decision=decision, checklist=READ, reason=reason)  # type: ignore[arg-type]
        made = self.draft(wish, post, moment)
        if changed:
            predicate = msgspec.structs.replace(made.statement.predicate, **changed)
            statement = msgspec.structs.replace(made.statement, predicate=predicate)
            made = Draft(made.path, statement, encode_statement(statement))
        self.file(made, key or self.keys[editor])
        return made


def said(signoff: Signoff) -> str:
    """Return all that the verdict says, in one text."""
    return "\n".join(f"{fact.message} -> {fact.fix}" for fact in signoff.facts)
