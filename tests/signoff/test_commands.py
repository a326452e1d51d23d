"""What an editor types and sees."""

from __future__ import annotations

import os
import pty
import select
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from real_keys import KeyPair, make_key
from repository import FIRST, NEW, TEXT, Repository

SIGNED = "content/blog/2026/quay.signoffs/0001.json"


def _sign(repository: Repository, *words: str, key: str = "", **variables: str) -> tuple[int, str, str]:
    named = ("--key", key) if key else ()
    ended = repository.site.run("masthead", "sign", *words, *named, **variables)
    return ended.code, ended.out, ended.err


@pytest.fixture
def written(repository: Repository) -> Repository:
    repository.site.write(NEW, TEXT)
    repository.commit("Write about the quay")
    return repository


def test_signing_shows_the_one_line_that_changed(written: Repository) -> None:
    written.sign(NEW)
    written.commit("Approve")
    changed = TEXT.replace("nobody was there", "nobody was here").replace("summary: A quay", "summary: One quay")
    written.site.write(NEW, changed)
    code, out, _ = _sign(written, "--post", NEW, "--yes", key=str(written.key.private))
    assert code == 0
    assert "Since revision 1 by Ewa Nowak on 2026-03-20:" in out
    shown = [line.strip() for line in out.splitlines() if "{+" in line or "[-" in line]
    assert shown == [
        "10: summary: [-A-]{+One+} quay without people is not a quiet quay.",
        "15: I came down to the quay and nobody was [-there-]{+here+}. That was our fault, and we have changed the "
        "board.",
    ]


def test_signing_says_so_where_git_does_not_have_what_was_signed(written: Repository) -> None:
    written.site.write(NEW, TEXT.replace("our fault", "my fault"))
    written.sign(NEW)
    written.site.write(NEW, TEXT)
    _, out, _ = _sign(written, "--post", NEW, "--yes", key=str(written.key.private))
    assert "git does not have what was signed then: read all of it" in out


def test_signing_shows_the_findings_and_what_goes_to_the_networks(written: Repository) -> None:
    written.site.write(NEW, TEXT.replace("topic: operations", "topic: fishing"))
    _, out, _ = _sign(written, "--post", NEW, "--yes", key=str(written.key.private))
    assert "This is the first sign-off: all 20 words are new." in out
    assert "1 open finding:" in out
    assert f"{NEW}:5:8: error[relevant-topic]" in out
    assert "linkedin (generated," in out
    assert "https://blog.havlinje.example/en/2026/quay/" in out


def test_signing_shows_no_text_that_moves_the_cursor(written: Repository) -> None:
    written.sign(NEW)
    written.commit("Approve")
    written.site.write(NEW, TEXT.replace("nobody was there", "nobody \x1b[2Jwas \u202ethere"))
    _, out, _ = _sign(written, "--post", NEW, "--yes", key=str(written.key.private))
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert "<U+001B>" in out
    assert "<U+202E>" in out


def test_several_posts_are_signed_at_once_when_only_the_policy_changed(written: Repository) -> None:
    written.sign(NEW)
    written.site.add("policy.yaml", "# a word more\n")
    code, out, err = _sign(written, "--all", "--yes", key=str(written.key.private))
    assert code == 0
    assert out.count("the policy changed") == 1
    assert "nothing changed but the policy" in out
    assert out.splitlines()[-2:] == ["content/blog/2026/example.signoffs/0002.json", SIGNED.replace("1.json", "2.json")]
    assert "git add content/blog/2026/example.signoffs content/blog/2026/quay.signoffs" in err


def test_what_is_approved_is_not_signed_again(written: Repository) -> None:
    code, _, err = _sign(written, "--post", FIRST, "--yes", key=str(written.key.private))
    assert (code, "is approved as it is" in err) == (1, True)


def test_an_author_is_told_at_the_desk(written: Repository) -> None:
    written.site.write(NEW, TEXT.replace("[mikko-salo]", "[mikko-salo, ewa-nowak]"))
    code, _, err = _sign(written, "--post", NEW, "--yes", key=str(written.key.private))
    assert code == 2
    assert f"Ewa Nowak is an author of {NEW}. Somebody else has to approve it." in err
    assert not (written.site.root / SIGNED).exists()


def test_a_key_that_is_nobodys_is_refused(written: Repository, keys: Mapping[str, KeyPair]) -> None:
    code, _, err = _sign(written, "--post", NEW, "--yes", key=str(keys["stranger"].private))
    assert code == 2
    assert "is nobody's in origin/main" in err
    assert "have that merged first" in err


def test_a_script_says_yes_or_gets_no_signature(written: Repository) -> None:
    code, _, err = _sign(written, "--post", NEW, key=str(written.key.private))
    assert code == 2
    assert "say --yes in a script" in err
    assert not (written.site.root / SIGNED).exists()


def test_without_any_key_signing_says_how_to_name_one(written: Repository) -> None:
    code, _, err = _sign(written, "--post", NEW, "--yes", GIT_CONFIG_GLOBAL=os.devnull)
    assert code == 2
    assert "no key is named. Give KEY=, set MASTHEAD_SIGNING_KEY, or set git's `user.signingkey`" in err


def test_the_key_may_come_from_the_environment_or_from_git(written: Repository) -> None:
    written.git("config", "user.signingkey", str(written.key.private))
    assert _sign(written, "--post", NEW, "--yes")[0] == 0
    written.site.write(NEW, TEXT + "\nMore.\n")
    written.git("config", "user.signingkey", "/nowhere")
    assert _sign(written, "--post", NEW, "--yes", MASTHEAD_SIGNING_KEY=str(written.key.private))[0] == 0


def test_a_signature_that_fails_leaves_nothing_half_written(written: Repository, tmp_path: Path) -> None:
    locked = make_key(tmp_path / "locked", "locked", passphrase="long enough")
    path = written.site.root / "authors/ewa-nowak.yaml"
    path.write_text(path.read_text("utf-8").replace(written.key.public, locked.public), "utf-8")
    written.commit("Give Ewa a key with a passphrase")
    written.push()
    code, _, err = _sign(written, "--post", NEW, "--yes", key=str(locked.private), SSH_ASKPASS_REQUIRE="never")
    assert code == 2
    assert "ssh-keygen did not sign" in err
    assert "Nothing was written." in err
    assert not (written.site.root / SIGNED).parent.exists()


def test_a_passphrase_may_come_from_a_helper(written: Repository, tmp_path: Path) -> None:
    locked = make_key(tmp_path / "locked", "locked", passphrase="long enough")
    path = written.site.root / "authors/ewa-nowak.yaml"
    path.write_text(path.read_text("utf-8") + f"  - {{key: {locked.public}, from: 2020-01-01}}\n", "utf-8")
    written.commit("Give Ewa a key with a passphrase")
    written.push()
    helper = tmp_path / "askpass"
    helper.write_text("#!/bin/sh\necho long enough\n", "utf-8")
    helper.chmod(0o700)
    code, _, err = _sign(
        written, "--post", NEW, "--yes", key=str(locked.private), SSH_ASKPASS=str(helper), SSH_ASKPASS_REQUIRE="force"
    )
    assert code == 0, err


def test_an_agent_signs_with_the_public_half_alone(written: Repository, tmp_path: Path) -> None:
    socket = tmp_path / "agent"
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", str(socket)], stdout=subprocess.PIPE)
    try:
        assert agent.stdout
        agent.stdout.readline()
        added = ["ssh-add", "-q", str(written.key.private)]
        subprocess.run(added, env={**os.environ, "SSH_AUTH_SOCK": str(socket)}, check=True, capture_output=True)
        public = tmp_path / "ewa.pub"
        public.write_text(written.key.public + "\n", "utf-8")
        assert _sign(written, "--post", NEW, "--yes", key=str(public), SSH_AUTH_SOCK=str(socket))[0] == 0
        literal = f"key::{written.key.public}"
        written.site.write(NEW, TEXT + "\nMore.\n")
        assert _sign(written, "--post", NEW, "--yes", key=literal, SSH_AUTH_SOCK=str(socket))[0] == 0
    finally:
        agent.terminate()
        agent.wait()


def _at_a_terminal(repository: Repository, *answers: str) -> tuple[int, str]:
    """Type the answers at a real terminal, each when something is asked."""
    command = [str(repository.site.bin / "masthead"), "sign", "--post", NEW, "--key", str(repository.key.private)]
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(repository.site.root)
        os.execve(command[0], command, {**repository.site.environment(), "TERM": "dumb", "NO_COLOR": "1"})
    said = b""
    waiting = list(answers)
    while True:
        if not select.select([terminal], [], [], 60)[0]:
            break
        try:
            heard = os.read(terminal, 4096)
        except OSError:
            break
        said += heard
        if waiting and said.rstrip().endswith((b"(yes/no):", b"passphrase:", b":")) and b"?" in said:
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.decode()


def test_an_editor_at_a_terminal_is_asked_what_they_answer_for(written: Repository) -> None:
    code, said = _at_a_terminal(written, "yes", "y", "yes")
    assert code == 0, said
    assert said.count("(yes/no)") == 3
    assert (written.site.root / SIGNED).exists()


def test_an_editor_who_says_no_signs_nothing(written: Repository) -> None:
    code, said = _at_a_terminal(written, "yes", "no")
    assert code == 1, said
    assert "is not signed" in said
    assert not (written.site.root / SIGNED).parent.exists()


def test_anybody_verifies_a_post_with_ssh_keygen_alone(written: Repository) -> None:
    written.sign(NEW)
    shown = written.site.run("masthead", "signers", "--output", "allowed_signers")
    assert shown.code == 0
    command = ["ssh-keygen", "-Y", "verify", "-f", "allowed_signers", "-I", "ewa.nowak@havlinje.example"]
    command += [
        "-n",
        "editorial-signoff.v1@blog.havlinje.example",
        "-s",
        f"{SIGNED}.sig",
        "-O",
        "verify-time=20260320110000Z",
    ]
    content = (written.site.root / SIGNED).read_bytes()
    run = subprocess.run(command, cwd=written.site.root, input=content, capture_output=True, check=False)
    assert run.returncode == 0, run.stderr
    assert subprocess.run(
        command, cwd=written.site.root, input=content + b" ", capture_output=True, check=False
    ).returncode


def test_demo_keys_are_made_outside_and_sign_everything(written: Repository, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    ended = written.site.run("masthead", "demo-keys", "--folder", str(folder))
    assert ended.code == 0, ended.said
    assert (folder / "ewa-nowak").stat().st_mode & 0o077 == 0
    person = (written.site.root / "authors/ewa-nowak.yaml").read_text("utf-8")
    assert person.count("  - {key: ssh-ed25519") == 2
    assert "from: 2019-08-15" in person
    written.commit("Try sign-off out")
    assert written.site.run("masthead", "check", MASTHEAD_BASE="HEAD").code == 0
    again = written.site.run("masthead", "demo-keys", "--folder", str(folder), "--fresh")
    assert again.code == 0
    person = (written.site.root / "authors/ewa-nowak.yaml").read_text("utf-8")
    assert person.count("  - {key: ssh-ed25519") == 1
    assert not (written.site.root / "content/blog/2026/example.signoffs/0002.json").exists()


def test_signing_where_nothing_is_to_be_signed_says_what_to_write(written: Repository) -> None:
    place = written.site.root / "policy.yaml"
    place.write_text(place.read_text("utf-8").replace("require: ssh", "require: field"), "utf-8")
    written.commit("Require a name only")
    written.push()
    written.commit_nothing()
    code, _, err = _sign(written, "--post", NEW, "--yes", key=str(written.key.private))
    assert code == 2
    assert "posts are let out by 'field' here, so there is nothing to sign" in err


def test_a_public_half_that_belongs_to_another_key_signs_nothing(
    written: Repository, keys: Mapping[str, KeyPair], tmp_path: Path
) -> None:
    private = tmp_path / "mixed"
    private.write_bytes(keys["stranger"].private.read_bytes())
    private.chmod(0o600)
    (tmp_path / "mixed.pub").write_text(written.key.public + "\n", "utf-8")
    code, _, err = _sign(written, "--post", NEW, "--yes", key=str(private))
    assert code == 2
    assert "ssh-keygen did not sign" in err
    assert not (written.site.root / SIGNED).exists()


def test_a_program_that_only_pretends_to_sign_is_found_out(written: Repository, tmp_path: Path) -> None:
    pretender = tmp_path / "bin" / "ssh-keygen"
    pretender.parent.mkdir()
    pretender.write_text('#!/bin/sh\nfor last; do :; done\necho junk > "$last.sig"\n', "utf-8")
    pretender.chmod(0o700)
    path = f"{pretender.parent}:{os.environ['PATH']}"
    code, _, err = _sign(written, "--post", NEW, "--yes", key=str(written.key.private), PATH=path)
    assert code == 2
    assert "ssh-keygen's signature does not verify" in err
    assert not (written.site.root / SIGNED).exists()
