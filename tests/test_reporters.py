"""Every format holds to its specification, whatever authors write."""

from __future__ import annotations

import html
import inspect
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from msgspec.structs import replace

from pelican.plugins.policy import reporters
from pelican.plugins.policy.excerpt import cells, excerpt
from pelican.plugins.policy.find_reporters import UnknownFormatError, find_reporter, reporter_names
from pelican.plugins.policy.finding import About, Edit, Finding, Report, Waived
from pelican.plugins.policy.fingerprint import fingerprints
from pelican.plugins.policy.reporters.json import Document
from pelican.plugins.policy.style import Style
from pelican.plugins.policy.visible import visible
from pelican.plugins.site_model import Spot
from pelican.plugins.site_model.json_schema import schema

FORMATS = Path(__file__).parent / "formats"
REPORTERS = {name: find_reporter(name) for name in reporter_names()}
PLAIN = Style()
POST = "content/blog/2026/ferry-delay.md"
LINES = {
    5: "topic: operatoins",
    12: "  - {id: ssb, title: Passenger statistics}",
    19: "\tStudies show that 87 % of passengers forgive a delay when they are told why within the first ten minutes.",
    27: "船は🚢 forlot kaien \u202eklokka tolv",
}
TOPIC = Finding(
    Spot(POST, 5, 8, 5, 18),
    "relevant-topic",
    "the topic 'operatoins' is not in the strategy",
    "Write one of `operations`, `climate`, `people` at `topic:`.",
    "author",
    "C9",
    edit=Edit(Spot(POST, 5, 8, 5, 18), "operations"),
)
SOURCE = Finding(
    Spot(POST, 12, 6, 12, 13),
    "source-complete",
    "the source 'ssb' has no address",
    "Add `url:` to the source, or say in `note:` why there is none.",
    "author",
    "C1",
)
CLAIM = Finding(
    Spot(POST, 19, 2, 19, 24),
    "claims-cited",
    "'Studies show that 87 %' stands without a source",
    "Put `[@id]` or a link behind the claim, or leave the number out.",
    "author",
    "C1",
    severity="warning",
)
BIDI = Finding(
    Spot(POST, 27, 18, 27, 19),
    "bidi-and-lookalikes",
    "the character U+202E turns the direction of reading",
    "Delete the character.",
    "author",
    "W7",
    edit=Edit(Spot(POST, 27, 18, 27, 19), ""),
)
OWNERS = Finding(
    Spot("policy.yaml", 40, 76, 40, 85),
    "account-owners",
    "the account 'mastodon' has 1 owner",
    "Name a second employee at `networks.mastodon.owners`.",
    "communications",
    "N2",
)
REPORT = Report(
    phase="publish",
    as_of="2026-03-20",
    posts=14,
    findings=(TOPIC, SOURCE, CLAIM, BIDI, OWNERS),
    waived=(Waived(replace(CLAIM, spot=Spot("content/b.md", 3)), "a summer series", "ewa-nowak", "2026-05-01"),),
    baselined=(replace(SOURCE, spot=Spot("content/old.md", 2)), replace(SOURCE, spot=Spot("content/old.md", 9))),
    excerpts={POST: LINES},
    checked=("content/b.md", POST, "content/old.md"),
    about={"claims-cited": About("Every claim has a source.", "Readers check {numbers}.", "Cite it.")},
)

HOSTILE = [
    *("\n", "\r\n", "\r", "\t", "\0", "\x1b[31m", "\x85", "\u2028", "\ud800", "\ufffe", "\u202e", "\u200b", "\ufeff"),
    *(
        "::error::x",
        "%0A",
        "%",
        ",",
        ":",
        "|",
        "\\|",
        "\\",
        "`",
        "``",
        "<script>",
        "<!--",
        "-->",
        "]]>",
        "&amp;",
        "&#64;",
    ),
    *(
        "@team",
        "#12",
        "!3",
        "~label",
        "http://evil.example",
        "www.evil.example",
        "![x](y)",
        "[x](1)",
        "{0}",
        "{{",
        '"',
        "'",
    ),
    *("</details>", "| a |", "---", "**x**", "_x_", "~~x~~", "👩‍👩‍👧‍👦", "🇳🇴", "船", "e\u0301", "\u200d"),
]
texts = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=()), max_size=6)), max_size=5
).map("".join)
single_lines = texts.map(lambda text: text.replace("\n", " ").replace("\r", " "))


@st.composite
def spots(draw: st.DrawFn, file: str) -> Spot:
    line, column = draw(st.integers(1, 3)), draw(st.integers(1, 12))
    if draw(st.booleans()):
        return Spot(file, line, column)
    end = draw(st.integers(line, 3))
    return Spot(file, line, column, end, draw(st.integers(column if end == line else 1, 14)))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    files = draw(st.lists(texts.filter(bool), min_size=1, max_size=2))
    known = st.fixed_dictionaries({}, optional={1: single_lines, 2: single_lines, 3: single_lines})

    def finding() -> Finding:
        spot = draw(spots(draw(st.sampled_from(files))))
        edit = draw(st.none() | st.builds(Edit, spots(spot.file), texts))
        who = draw(st.sampled_from(["author", "editor", "communications", "developer"]))
        severity = draw(st.sampled_from(["error", "warning", "info"]))
        return Finding(spot, "source-complete", draw(texts), draw(texts), who, "C1", severity, edit)

    found = tuple(finding() for _ in range(draw(st.integers(0, 3))))
    waived = tuple(Waived(finding(), draw(texts), draw(texts), "2026-05-01") for _ in range(draw(st.integers(0, 1))))
    old = tuple(finding() for _ in range(draw(st.integers(0, 1))))
    return Report(
        phase="merge",
        as_of="2026-03-20",
        posts=len(files),
        findings=found,
        waived=waived,
        baselined=old,
        excerpts={file: draw(known) for file in files},
        checked=tuple(files),
        about=draw(st.sampled_from([{}, {"source-complete": About(draw(texts), draw(texts), draw(texts))}])),
    )


any_report = settings(max_examples=60, deadline=None, derandomize=True)


# What holds for every format


@pytest.mark.parametrize("name", REPORTERS)
def test_a_reporter_says_for_whom_it_is_and_takes_a_report_and_a_style(name: str) -> None:
    module = inspect.getmodule(REPORTERS[name])
    assert module
    assert (module.__doc__ or "").startswith("For ")
    assert [*inspect.signature(REPORTERS[name]).parameters] == ["report", "style"]


@pytest.mark.parametrize("name", REPORTERS)
@any_report
@given(report=reports())
def test_every_format_is_utf_8_and_the_same_twice(name: str, report: Report) -> None:
    once = REPORTERS[name](report, PLAIN)
    assert once.encode("utf-8") == REPORTERS[name](report, PLAIN).encode("utf-8")
    assert once.endswith("\n") or not report.findings


@pytest.mark.parametrize("name", ["text", "json", "github", "sarif", "junit", "markdown"])
def test_waived_and_old_findings_are_never_silent(name: str) -> None:
    quiet = REPORTERS[name](replace(REPORT, waived=(), baselined=()), PLAIN)
    assert REPORTERS[name](REPORT, PLAIN) != quiet
    assert "waived" in REPORTERS[name](REPORT, PLAIN) or name == "sarif"


def test_a_new_reporter_is_one_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telegram_style.py").write_text("def render(report, style):\n    return f'{report.posts} posts stop'\n")
    monkeypatch.setattr(reporters, "__path__", [*reporters.__path__, str(tmp_path)])
    assert "telegram_style" in reporter_names()
    assert find_reporter("telegram_style")(REPORT, PLAIN) == "14 posts stop"


def test_a_mistyped_format_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownFormatError, match=r"the format .sarf. is unknown\. Did you mean `sarif`\?"):
        find_reporter("sarf")


# text


def test_the_text_report_reads_well() -> None:
    assert REPORTERS["text"](REPORT, PLAIN) == TEXT


def test_an_empty_report_says_so_in_one_line() -> None:
    empty = Report(phase="write", as_of="2026-03-20", posts=1)
    assert REPORTERS["text"](empty, PLAIN) == "1 post checked for write, as of 2026-03-20: nothing to mend\n"


def test_warnings_alone_stop_nothing() -> None:
    assert "Nothing stops it." in REPORTERS["text"](replace(REPORT, findings=(CLAIM,)), PLAIN)


def test_colour_adds_nothing_but_colour() -> None:
    coloured = REPORTERS["text"](REPORT, Style(colour=True))
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == TEXT


@any_report
@given(report=reports())
def test_nothing_an_author_writes_can_steer_the_terminal(report: Report) -> None:
    told = REPORTERS["text"](report, PLAIN)
    assert {unicodedata.category(one) for one in set(told) - set("\n\u200c\u200d")}.isdisjoint(
        {"Cc", "Cf", "Cs", "Zl", "Zp"}
    )


@pytest.mark.parametrize(
    ("text", "spot", "line", "marker"),
    [
        ("topic: x", Spot("f", 1, 8), "topic: x", "       ^"),
        ("\tab\tc", Spot("f", 1, 4, 1, 6), "    ab  c", "      ^^^"),
        ("船は x", Spot("f", 1, 2, 1, 3), "船は x", "  ^^"),
        ("👩‍👩‍👧‍👦 x", Spot("f", 1, 9, 1, 10), "👩‍👩‍👧‍👦 x", "   ^"),
        ("e\u0301 x", Spot("f", 1, 4, 1, 5), "e\u0301 x", "  ^"),
        ("a\u202eb", Spot("f", 1, 2, 1, 3), "a<U+202E>b", " ^^^^^^^^"),
        ("title: a", Spot("f", 1, 1, 4, 2), "title: a", "^ to line 4"),
        ("title: a", Spot("f", 1, 1, 4, 1), "title: a", "^ to line 3"),
        ("title: a", Spot("f", 1, 8, 2, 1), "title: a", "       ^"),
        ("title: a", Spot("f", 1, 1, 2, 1), "title: a", "^^^^^^^^"),
        ("ab", Spot("f", 1, 9, 1, 12), "ab", "  ^"),
        ("0123456789" * 9, Spot("f", 1, 51, 1, 55), "…1234567890123456789012345678…", "          ^^^^"),
    ],
)
def test_the_marker_stands_under_what_is_meant(text: str, spot: Spot, line: str, marker: str) -> None:
    assert excerpt(text, spot, 30) == (line, marker)


def test_a_line_of_a_million_characters_is_shown_around_the_place() -> None:
    shown = excerpt("0123456789" * 100_000, Spot("f", 1, 500_001), 30)
    assert shown == ("…1234567890123456789012345678…", "          ^")


@any_report
@given(single_lines, spots("f"), st.integers(20, 90))
def test_a_shown_line_fits_its_width(text: str, spot: Spot, width: int) -> None:
    assert cells(excerpt(text, spot, width)[0]) <= width


# JSON


@any_report
@given(reports())
def test_json_keeps_to_its_own_schema_and_loses_nothing(report: Report) -> None:
    told = REPORTERS["json"](report, PLAIN)
    document = msgspec.json.decode(told, type=Document, strict=True)
    jsonschema.Draft202012Validator(schema("report", "", Document)).validate(json.loads(told))
    assert [one.message for one in document.findings] == [_storable(one.message) for one in report.findings]
    assert document.stops == report.stops
    assert document.counts.waived == len(report.waived) == len(document.waived)
    assert document.counts.baselined == len(report.baselined) == len(document.baselined)


def _storable(text: str) -> str:
    return re.sub("[\ud800-\udfff]", lambda found: f"<U+{ord(found[0]):04X}>", text)


# GitHub


@any_report
@given(reports())
def test_github_gets_one_command_a_finding_whatever_stands_in_it(report: Report) -> None:
    told = REPORTERS["github"](report, PLAIN)
    *commands, summary = re.split("\r\n|\r|\n", told.removesuffix("\n"))
    read = [_as_the_runner_reads(command) for command in commands]
    assert summary.startswith("::notice title=Masthead::")
    assert len(commands) == len(report.findings)
    assert Counter(file for _, file, _ in read) == Counter(visible(one.spot.file) for one in report.findings)
    assert Counter(fact for *_, fact in read) == Counter(visible(one.message) for one in report.findings)
    names = [name for name, *_ in read]
    assert names == sorted(names, key=["error", "warning", "notice"].index)


def _as_the_runner_reads(command: str) -> tuple[str, str, str]:
    """Take a command apart as `ActionCommand.TryParseV2` of actions/runner does."""
    head, _, message = command.removeprefix("::").partition("::")
    name, _, rest = head.partition(" ")
    parameters = dict(pair.split("=", 1) for pair in rest.split(","))
    unescaped = {"%3A": ":", "%2C": ",", "%0D": "\r", "%0A": "\n", "%25": "%"}
    for written, meant in unescaped.items():
        parameters = {key: value.replace(written, meant) for key, value in parameters.items()}
    for written, meant in [*unescaped.items()][2:]:
        message = message.replace(written, meant)
    return name, parameters["file"], message.split("\nfix: ")[0]


def test_github_gets_percent_signs_colons_and_commas_escaped() -> None:
    odd = replace(OWNERS, spot=Spot("content/50%,a:b.md", 3), message="87 %, no: %0A", fix="Mend it.")
    command = REPORTERS["github"](replace(REPORT, findings=(odd,)), PLAIN).split("\n")[0]
    where = "file=content/50%25%2Ca%3Ab.md,line=3,col=1,title=account-owners"
    assert command == f"::error {where}::87 %25, no: %250A%0Afix: Mend it.%0Awhy: masthead explain account-owners"


def test_github_gets_columns_only_within_one_line() -> None:
    spanning = replace(SOURCE, spot=Spot(POST, 2, 3, 4, 5))
    command = REPORTERS["github"](replace(REPORT, findings=(spanning,)), PLAIN)
    assert command.startswith(f"::error file={POST},line=2,endLine=4,title=source-complete::")


# SARIF


def _validator() -> jsonschema.protocols.Validator:
    known = json.loads((FORMATS / "sarif-2.1.0.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(known, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


SARIF = _validator()


def _sarif(report: Report, style: Style = PLAIN) -> dict[str, Any]:
    log = json.loads(REPORTERS["sarif"](report, style))
    SARIF.validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@any_report
@given(reports())
def test_sarif_keeps_to_the_schema_of_oasis(report: Report) -> None:
    results = _sarif(report)["results"]
    assert len(results) == len(report.findings) + len(report.waived) + len(report.baselined)
    for result in results:
        message = result["message"]["text"].replace("{{", "").replace("}}", "")
        assert not {"{", "}"} & set(message)
        assert "](" not in message


def test_sarif_names_rules_with_promise_and_reason() -> None:
    driver = _sarif(REPORT)["tool"]["driver"]
    rule = next(rule for rule in driver["rules"] if rule["id"] == "claims-cited")
    assert rule["shortDescription"]["text"] == "Every claim has a source."
    assert rule["fullDescription"]["text"] == "Every claim has a source. Readers check {{numbers}}."
    assert rule["help"]["text"] == "Cite it."


def test_sarif_suppresses_what_is_waived_or_old_and_nothing_else() -> None:
    results = _sarif(REPORT)["results"]
    why = [[one["justification"] for one in result["suppressions"]] for result in results]
    assert why[:5] == [[]] * 5
    assert why[5] == ["a summer series (granted by ewa-nowak, until 2026-05-01)"]
    assert all("older than the policy" in one for ones in why[6:] for one in ones)


def test_sarif_counts_columns_in_utf_16() -> None:
    run = _sarif(REPORT)
    region = run["results"][3]["locations"][0]["physicalLocation"]["region"]
    assert run["columnKind"] == "utf16CodeUnits"
    assert region == {"startLine": 27, "startColumn": 19, "endLine": 27, "endColumn": 20}
    replacement = run["results"][3]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert replacement == {"deletedRegion": region, "insertedContent": {"text": ""}}


def test_sarif_leaves_out_columns_it_cannot_count() -> None:
    region = _sarif(REPORT)["results"][4]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 40, "endLine": 40}


def test_sarif_addresses_are_relative_and_percent_encoded() -> None:
    odd = replace(SOURCE, spot=Spot('content/a b:"ø%.md', 1))
    place = _sarif(replace(REPORT, findings=(odd,)))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "content/a%20b%3A%22%C3%B8%25.md", "uriBaseId": "%SRCROOT%"}


# JUnit

XSD = etree.XMLSchema(etree.parse(str(FORMATS / "junit-10.xsd")))


@any_report
@given(reports())
def test_junit_is_well_formed_and_keeps_to_jenkins_schema(report: Report) -> None:
    suites = etree.fromstring(REPORTERS["junit"](report, PLAIN).encode("utf-8"))
    XSD.assertValid(suites)
    cases = suites.findall("testsuite/testcase")
    failed = [case for case in cases if case.findall("failure")]
    assert len(cases) == int(suites.get("tests", "")) == len({*report.checked})
    stopped = {one.spot.file for one in report.findings if one.severity == "error"}
    assert len(failed) == int(suites.get("failures", "")) == len(stopped)


def test_junit_has_one_failure_for_a_post_that_names_every_error() -> None:
    suites = etree.fromstring(REPORTERS["junit"](REPORT, PLAIN).encode("utf-8"))
    (case,) = [case for case in suites.iter("testcase") if case.get("name") == POST]
    (failure,) = case.findall("failure")
    assert failure.get("message") == "3 errors, first: the topic 'operatoins' is not in the strategy"
    assert failure.get("type") == "bidi-and-lookalikes, relevant-topic, source-complete"
    assert all(one.message in (failure.text or "") for one in (TOPIC, SOURCE, BIDI))
    assert CLAIM.message in (case.findtext("system-out") or "")


# Markdown

PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
OUR_TAGS = {
    "<code>",
    "</code>",
    "<br>",
    "<details><summary>1 waived</summary>",
    "<details><summary>1 old</summary>",
    "</details>",
}


@any_report
@given(reports())
def test_markdown_shows_hostile_text_and_does_nothing_with_it(report: Report) -> None:
    blocks = PARSER.parse(REPORTERS["markdown"](report, PLAIN))
    tokens = [*blocks, *(child for block in blocks for child in block.children or ())]
    assert {token.content.strip() for token in tokens if token.type.startswith("html")} <= OUR_TAGS
    allowed = {"text", "code_inline", "html_inline", "strong_open", "strong_close"}
    assert {child.type for block in blocks for child in block.children or ()} <= allowed
    rows = [row for row in _rows(blocks) if len(row) == 3 and row[0] != "where"]
    wanted = [(_bare(visible(one.message)), _bare(visible(one.fix))) for one in report.findings]
    assert Counter((what, fix) for _, what, fix in rows) == Counter(wanted)


def test_markdown_mentions_and_links_nobody() -> None:
    shouted = replace(SOURCE, message="@team see #12, !3 and https://evil.example or www.evil.example", fix="ask @boss")
    told = html.unescape(REPORTERS["markdown"](replace(REPORT, findings=(shouted,)), PLAIN))
    assert not re.search(r"[@#!](?=\w)", re.sub("<code>.*?</code>|^#+ .*$", "", told, flags=re.M))
    assert "https://" not in told
    assert "www." not in told


def test_markdown_fits_into_a_comment() -> None:
    many = replace(REPORT, findings=(SOURCE,) * 2_000)
    told = REPORTERS["markdown"](many, PLAIN)
    assert len(told) < 65_536
    assert re.search(r"\| \| 1,\d{3} more findings \| `make check` shows all \|", told)


def _rows(blocks: list[Any]) -> list[list[str]]:
    rows: list[list[str]] = []
    for block in blocks:
        if block.type == "tr_open":
            rows.append([])
        elif block.type == "inline" and rows and block.level >= 4:
            rows[-1].append(_shown(block.children))
    return rows


def _shown(children: list[Any]) -> str:
    texts = [
        "\n" if child.content == "<br>" else "" if child.type == "html_inline" else child.content for child in children
    ]
    return _bare("".join(texts).rpartition("\n")[2])


def _bare(text: str) -> str:
    return re.sub(r"[`\u200b]", "", text).strip()


# GitLab and reviewdog


@any_report
@given(reports())
def test_gitlab_gets_what_it_reads_and_no_fingerprint_twice(report: Report) -> None:
    degradations = json.loads(REPORTERS["gitlab"](report, PLAIN))
    assert len({one["fingerprint"] for one in degradations}) == len(report.findings)
    for one in degradations:
        assert {*one} == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert one["location"]["lines"]["begin"] >= 1


def test_a_fingerprint_outlives_lines_that_come_and_go_above() -> None:
    moved = replace(SOURCE, spot=Spot(POST, 13, 6, 13, 13))
    before = [*fingerprints([SOURCE], {POST: {12: LINES[12]}})]
    assert before == [*fingerprints([moved], {POST: {13: LINES[12]}})]
    assert before != [*fingerprints([replace(SOURCE, rule="other")], {POST: {12: LINES[12]}})]
    assert len({*fingerprints([SOURCE, moved, SOURCE], {})}) == 3


@any_report
@given(reports())
def test_reviewdog_gets_one_diagnostic_a_line(report: Report) -> None:
    lines = REPORTERS["rdjsonl"](report, PLAIN).split("\n")[:-1]
    assert len(lines) == len(report.findings)
    for line, finding in zip(lines, report.findings, strict=True):
        diagnostic = json.loads(line)
        assert diagnostic["severity"] in {"ERROR", "WARNING", "INFO"}
        assert diagnostic["location"]["path"] == _storable(finding.spot.file)


def test_reviewdog_counts_columns_in_bytes_and_suggests_the_edit() -> None:
    lines = REPORTERS["rdjsonl"](REPORT, PLAIN).splitlines()
    diagnostic = json.loads(lines[3])
    start = len(LINES[27][:17].encode()) + 1
    place = {"start": {"line": 27, "column": start}, "end": {"line": 27, "column": start + 3}}
    assert diagnostic["location"]["range"] == place
    assert diagnostic["suggestions"] == [{"range": place, "text": ""}]
    assert json.loads(lines[4])["location"]["range"] == {"start": {"line": 40}, "end": {"line": 40}}


TEXT = """\
For the author: 3 errors, 1 warning

content/blog/2026/ferry-delay.md:5:8: error[relevant-topic] the topic 'operatoins' is not in the strategy
    5 | topic: operatoins
      |        ^^^^^^^^^^
  fix: Write one of `operations`, `climate`, `people` at `topic:`.
  why: masthead explain relevant-topic

content/blog/2026/ferry-delay.md:12:6: error[source-complete] the source 'ssb' has no address
   12 |   - {id: ssb, title: Passenger statistics}
      |      ^^^^^^^
  fix: Add `url:` to the source, or say in `note:` why there is none.
  why: masthead explain source-complete

content/blog/2026/ferry-delay.md:19:2: warning[claims-cited] 'Studies show that 87 %' stands without a source
   19 |     Studies show that 87 % of passengers forgive a delay when they are …
      |     ^^^^^^^^^^^^^^^^^^^^^^
  fix: Put `[@id]` or a link behind the claim, or leave the number out.
  why: masthead explain claims-cited

content/blog/2026/ferry-delay.md:27:18: error[bidi-and-lookalikes] the character U+202E turns the direction of reading
   27 | 船は🚢 forlot kaien <U+202E>klokka tolv
      |                     ^^^^^^^^
  fix: Delete the character.
  why: masthead explain bidi-and-lookalikes

For the communications team: 1 error

policy.yaml:40:76: error[account-owners] the account 'mastodon' has 1 owner
  fix: Name a second employee at `networks.mastodon.owners`.
  why: masthead explain account-owners

Waived: 1
content/b.md:3:1: claims-cited until 2026-05-01, granted by ewa-nowak
  for: a summer series

Old posts, left alone until they are edited: 2
content/old.md: 2

14 posts checked for publish, as of 2026-03-20: 4 errors, 1 warning, 1 waived, 2 old
Stopped by 4 errors.
`make fix` mends 2 of them.
"""
