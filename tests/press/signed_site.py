"""A site in git whose posts editors sign, for edits at random."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from edits import EDITS, ChangingSite, Edit
from forked import Forks

_WHO = {f"GIT_{who}_{what}": "kari" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
_WHEN = {f"GIT_{who}_DATE": "1774000000 +0000" for who in ("AUTHOR", "COMMITTER")}
_GIT = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", **_WHO, **_WHEN}


class SignedSite(ChangingSite):
    """A site whose posts are signed at first. It is built as a writer does, who sees also what nobody approved."""

    command = ("build", "--phase", "write", "--output", "draft")
    made = ("draft", "draft-kit")

    def __init__(self, root: Path, state: Path, seed: int, posts: int, forks: Forks) -> None:
        super().__init__(root, state, seed, posts)
        self.forks = forks
        self.site.variables["MASTHEAD_BASE"] = "HEAD"
        self.site.add("policy.yaml", "signoff: {require: ssh}\n")
        self.site.write(".gitignore", "draft*\n.draft*\n.masthead\n")
        self._git("init", "-q")
        self.commit()
        self._run("demo-keys", "--folder", str(root.parent / "keys"))
        self.commit()

    def edits(self) -> Sequence[Edit]:
        """Return what may be done, half of it about sign-off."""
        return [*EDITS, *SIGNING * (len(EDITS) // len(SIGNING))]

    def sign(self) -> str:
        """Let the editor approve whatever waits."""
        return self._run("sign", "--all", "--yes", "--key", self._key)

    def withdraw(self) -> str:
        """Let the editor take a post back."""
        post = self._name(self._some_post())
        return f"{post} {self._run('withdraw', '--post', post, '--reason', 'It was wrong', '--key', self._key)}"

    def spoil(self) -> str:
        """Delete a statement or a signature, or change a byte of it."""
        files = sorted(self.root.glob("content/**/*.signoffs/*"))
        if not files:
            return "nothing there"
        place = self.chance.choice(files)
        body = bytearray(place.read_bytes())
        body[self.chance.randrange(len(body))] ^= 1
        if self.chance.random() < 0.5:
            place.unlink()
        else:
            place.write_bytes(body)
        return self._name(place)

    def commit(self) -> str:
        """Bring everything to the branch that is believed."""
        self._git("add", "-A")
        self._git("commit", "-q", "--allow-empty", "-m", "Change")
        return ""

    def undo(self) -> str:
        """Put one file back as it was committed."""
        known = self._git("ls-files", "--", "content", "authors", "policy.yaml", "theme/templates").splitlines()
        place = self.chance.choice(known)
        self._git("checkout", "-q", "HEAD", "--", place)
        return place

    @property
    def _key(self) -> str:
        return str(self.root.parent / "keys" / "ewa-nowak")

    def _run(self, *words: str) -> str:
        code, said = self.forks.run(self.site, *words)
        return f"{code} {said.strip().splitlines()[-1:]}"

    def _git(self, *words: str) -> str:
        command, environment = ["git", *words], os.environ | _GIT
        return subprocess.run(
            command, cwd=self.root, env=environment, check=True, capture_output=True, text=True
        ).stdout


SIGNING: tuple[Edit, ...] = (
    SignedSite.sign,
    SignedSite.sign,
    SignedSite.withdraw,
    SignedSite.spoil,
    SignedSite.commit,
    SignedSite.undo,
)
