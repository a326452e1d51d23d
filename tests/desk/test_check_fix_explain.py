"""`masthead check`, `fix` and `explain`, and how they speak to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from site_folder import SiteFolder
from terminal import talk

from pelican.plugins.desk import main
from pelican.plugins.desk.command_line import command_names

POST = "content/blog/2026/example.md"
ESCAPE = "\x1b"


@pytest.fixture
def with_a_slip(small_site: SiteFolder) -> SiteFolder:
    """A site whose post hides a character that `masthead fix` takes out, and names no goal."""
    text = (small_site.root / POST).read_text("utf-8").replace("goal: openness\n", "")
    small_site.write(POST, f"{text}\nThe door opened at the butt\u200bon.\n")
    return small_site


def test_a_fix_mends_what_needs_no_judgement_and_leaves_the_rest(with_a_slip: SiteFolder) -> None:
    ended = with_a_slip.run("masthead", "fix")
    assert ended.code == 0
    assert f"{POST}:20:28: mended [bidi-and-lookalikes]" in ended.out
    assert "1 finding needs a person: run `make check`" in ended.err
    text = (with_a_slip.root / POST).read_text("utf-8")
    assert text.endswith("The door opened at the button.\n")
    assert "goal:" not in text
    again = with_a_slip.run("masthead", "fix")
    assert "nothing to mend without a person's judgement" in again.err
    assert (with_a_slip.root / POST).read_text("utf-8") == text


def test_a_fix_of_one_post_leaves_the_others(with_a_slip: SiteFolder) -> None:
    other = "content/blog/2026/other.md"
    with_a_slip.write(other, (with_a_slip.root / POST).read_text("utf-8"))
    with_a_slip.run("masthead", "fix", "--post", "other")
    assert "\u200b" not in (with_a_slip.root / other).read_text("utf-8")
    assert "\u200b" in (with_a_slip.root / POST).read_text("utf-8")


@pytest.mark.parametrize("typed", [POST, "example", "example.md", f"./{POST}"])
def test_a_check_of_one_post_finds_it_however_it_is_typed(typed: str, with_a_slip: SiteFolder) -> None:
    with_a_slip.write("content/blog/2026/other.md", "---\ndate: soonish\n---\nText.\n")
    ended = with_a_slip.run("masthead", "check", "--post", typed)
    assert ended.code == 1
    assert "error[goal] the post names no goal" in ended.out
    assert "other.md" not in ended.out


def test_a_post_that_is_not_there_is_no_pass(small_site: SiteFolder) -> None:
    ended = small_site.run("masthead", "check", "--post", "exampel.md")
    assert ended.code == 2
    assert ended.err == f"masthead check: there is no post 'exampel.md'. Use one of `{POST}`.\n"


def test_the_phase_decides_what_stops(with_a_slip: SiteFolder) -> None:
    assert with_a_slip.run("masthead", "check", "--phase", "write").code == 0
    assert with_a_slip.run("masthead", "check", "--phase", "merge").code == 1
    assert with_a_slip.run("masthead", "check", MASTHEAD_PHASE="write").code == 1, "not what nobody can see"
    with_a_slip.add("pelicanconf.py", "MASTHEAD_PHASE = masthead_phase = 'write'\n")
    assert with_a_slip.run("masthead", "check").code == 1, "nor what a pull request writes into the settings"
    ended = with_a_slip.run("pelican", "-e", 'masthead_phase="publsih"')
    assert ended.code == 2
    assert "masthead_phase is 'publsih'. Use one of write, merge, publish." in ended.said


def test_only_the_report_goes_to_standard_output(with_a_slip: SiteFolder) -> None:
    ended = with_a_slip.run("masthead", "check", "--format", "json")
    assert ended.code == 1
    assert ended.err == ""
    assert {finding["rule"] for finding in json.loads(ended.out)["findings"]} == {"bidi-and-lookalikes", "goal"}


def test_colour_is_for_terminals_that_want_it(with_a_slip: SiteFolder) -> None:
    command = ["masthead", "check"]
    assert ESCAPE in talk(with_a_slip, command).out
    assert ESCAPE not in talk(with_a_slip, command, NO_COLOR="1").out
    assert ESCAPE in talk(with_a_slip, command, NO_COLOR="").out, "https://no-color.org: when present and not empty"
    assert ESCAPE not in with_a_slip.run(*command).said
    assert ESCAPE not in with_a_slip.run("masthead", "build").said
    assert ESCAPE not in with_a_slip.run("pelican").said


def test_what_is_shown_at_a_terminal_is_what_a_file_gets(with_a_slip: SiteFolder) -> None:
    shown = talk(with_a_slip, ["masthead", "check"], NO_COLOR="1", COLUMNS="100").out
    assert shown == with_a_slip.run("masthead", "check").out


def test_every_command_has_a_line_in_the_help_and_help_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    overview = capsys.readouterr().out
    for name in command_names():
        assert f"\n  {name} " in overview
        with pytest.raises(SystemExit) as ended:
            main([name, "--help"])
        assert ended.value.code == 0
        assert capsys.readouterr().out.startswith(f"usage: masthead {name} ")
    assert main(["--help"]) == 0
    assert capsys.readouterr().out == overview
    assert main([]) == 2, "nothing was done"


def test_a_slip_in_a_command_is_answered_with_the_nearest(small_site: SiteFolder) -> None:
    ended = small_site.run("masthead", "chek")
    assert (ended.code, ended.err) == (2, "masthead: there is no command 'chek'. Did you mean `check`?\n")
    ended = small_site.run("masthead", "explain", "sources-listd")
    assert (ended.code, ended.err) == (
        2,
        "masthead explain: there is no rule 'sources-listd'. Did you mean `sources-listed`?\n",
    )


def test_a_rule_is_explained_with_its_reason_its_options_and_its_examples(small_site: SiteFolder) -> None:
    ended = small_site.run("masthead", "explain", "sources-listed")
    assert ended.code == 0
    for words in ("Every post lists the sources of its facts.", "Readers believe", "`minimum`", "Right", "Wrong"):
        assert words in ended.out
    assert "sources-listed" in small_site.run("masthead", "explain").out


@pytest.mark.parametrize("command", ["check", "build", "new", "fix", "baseline", "adopt"])
def test_outside_a_site_a_command_says_where_to_go(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([command]) == 2
    assert "there is no site in this folder" in capsys.readouterr().err


def test_settings_that_cannot_be_used_are_said_without_a_traceback(small_site: SiteFolder) -> None:
    small_site.write("pelicanconf.py", "import nowhere\n")
    ended = small_site.run("masthead", "check")
    assert ended.code == 2
    assert "the settings cannot be used: ModuleNotFoundError: No module named 'nowhere' (pelicanconf.py:1)" in ended.err


def test_settings_that_end_the_program_are_no_pass(small_site: SiteFolder) -> None:
    small_site.add("pelicanconf.py", "raise SystemExit\n")
    ended = small_site.run("masthead", "check")
    assert ended.code == 2
    assert "the settings cannot be used: SystemExit (pelicanconf.py:" in ended.said
