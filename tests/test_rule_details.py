"""What the examples of the rules cannot show: exact places, edits, and who answers for what a translation inherits."""

from __future__ import annotations

from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.find_rules import find_rules
from pelican.plugins.policy.finding import Finding
from pelican.plugins.policy.rule import Example
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site

RULES = find_rules()
POST = "content/blog/2026/example.md"
NORWEGIAN = "content/blog/2026/example.nb.md"


def findings(name: str, example: Example, folder: Path) -> list[Finding]:
    site = load_site(lay_out(example, folder), cache=Cache(None))
    rule = RULES[name]()
    return [*(found for post in site.posts for found in rule.check_post(post, site.house)), *rule.check_site(site)]


def mended(folder: Path, found: Finding) -> str:
    """Return the line of the finding with its edit applied."""
    assert found.edit
    spot = found.edit.spot
    assert spot.end_column
    assert spot.end_line == spot.line
    line = (folder / spot.file).read_text("utf-8").split("\n")[spot.line - 1]
    return line[: spot.column - 1] + found.edit.replacement + line[spot.end_column - 1 :]


@pytest.mark.parametrize(
    ("name", "front"),
    [
        ("relevant-topic", "topic: football"),
        ("audience", "audience: everybody"),
        ("goal", "goal: fame"),
        ("named-author", "authors: [nobody]"),
        ("employed-author", "authors: [ola-berg]"),
        ("author-expertise", "topic: people\nauthors: [mikko-salo]"),
        ("disclosure", "disclosure: {kind: gift}"),
        ("alt-text", 'picture: {file: a.jpg, alt: ""}'),
        ("linked-files", "picture: {file: a.jpg, alt: Baugporten}"),
    ],
)
def test_what_a_translation_inherits_is_found_once_at_the_original(name: str, front: str, tmp_path: Path) -> None:
    translation = "---\ntitle: Det en ødelagt baugport lærte oss\n---\nPorten er reparert.\n"
    found = findings(name, Example(front, files={NORWEGIAN: translation}), tmp_path)
    assert found
    assert {one.spot.file for one in found} == {POST}


def test_what_a_translation_says_itself_is_found_there(tmp_path: Path) -> None:
    translation = "---\ntitle: Baugporten\ntopic: fotball\n---\nPorten er reparert.\n"
    (found,) = findings("relevant-topic", Example(files={NORWEGIAN: translation}), tmp_path)
    assert (found.spot.file, found.spot.line, found.spot.column) == (NORWEGIAN, 3, 8)


def test_an_audience_is_reached_by_a_translation_it_can_read(tmp_path: Path) -> None:
    policy = "strategy: {audiences: {passengers: {languages: [nb]}}}"
    translation = "---\ntitle: Baugporten\n---\nPorten er reparert.\n"
    assert findings("audience", Example(policy=policy, files={NORWEGIAN: translation}), tmp_path) == []


@pytest.mark.parametrize("written", ["mikko salo", '"Mikko SALO"'])
def test_a_name_in_the_wrong_capitals_is_mended(written: str, tmp_path: Path) -> None:
    (found,) = findings("named-author", Example(f"authors: [kari-lund, {written}]"), tmp_path)
    assert mended(tmp_path, found) == "authors: [kari-lund, mikko-salo]"


def test_a_tag_in_other_capitals_is_mended_to_the_usual_one(tmp_path: Path) -> None:
    other = "---\ntitle: Spares\ndate: 2026-03-11\ntags: [safety]\n---\nHere.\n"
    files = {"content/blog/2026/spares.md": other, "content/blog/2026/more.md": other.replace("Spares", "More")}
    (found,) = findings("unique-address", Example("tags: [delays, Safety]", files=files), tmp_path)
    assert mended(tmp_path, found) == "tags: [delays, safety]"


def test_tags_that_differ_in_signs_are_left_to_the_author(tmp_path: Path) -> None:
    found = findings("unique-address", Example("tags: [C, C++, 'C#']"), tmp_path)
    assert [one.message for one in found] == [
        "the tag 'C++' shares its page with 'C'",
        "the tag 'C#' shares its page with 'C'",
    ]
    assert [one.edit for one in found] == [None, None]


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_a_hidden_character_in_the_title_is_taken_out(quote: str, tmp_path: Path) -> None:
    (found,) = findings("bidi-and-lookalikes", Example(f"title: {quote}The b\u200bow door{quote}"), tmp_path)
    assert mended(tmp_path, found) == f"title: {quote}The bow door{quote}"


def test_a_hidden_character_that_is_escaped_is_reported_and_not_edited(tmp_path: Path) -> None:
    (found,) = findings("bidi-and-lookalikes", Example('title: "The b\\u200bow door"'), tmp_path)
    assert found.message == "the title hides U+200B ZERO WIDTH SPACE"
    assert found.edit is None


@pytest.mark.parametrize("hidden", ["\u202e", "&#8238;", "&#x202E;"])
def test_a_hidden_character_in_the_text_is_taken_out_where_it_stands(hidden: str, tmp_path: Path) -> None:
    example = Example(f"---\nFirst line.\n\nThe bow {hidden}door & more.\n")
    (found,) = findings("bidi-and-lookalikes", example, tmp_path)
    assert mended(tmp_path, found) == "The bow door & more."


def test_an_entity_that_is_shown_as_code_hides_nothing(tmp_path: Path) -> None:
    assert findings("bidi-and-lookalikes", Example("---\nWrite `&#8203;` for it.\n"), tmp_path) == []


@pytest.mark.parametrize("url", ["door.jpg", "{static}door.jpg", "{attach}pictures/door.jpg", "the%20door.jpg"])
def test_a_missing_picture_is_found_where_the_text_shows_it(url: str, tmp_path: Path) -> None:
    (found,) = findings("linked-files", Example(f"---\nFirst line.\n\nLook: ![The door]({url})\n"), tmp_path)
    line = (tmp_path / POST).read_text("utf-8").split("\n")[found.spot.line - 1]
    assert line[found.spot.column - 1 :].startswith(url)


def test_a_picture_behind_a_symbolic_link_is_refused(tmp_path: Path) -> None:
    site = lay_out(Example("---\n![The door, half open](door.jpg)\n"), tmp_path)
    (site / "content/blog/2026/door.jpg").symlink_to(site / "policy.yaml")
    (found,) = RULES["linked-files"]().check_site(load_site(site, cache=Cache(None)))
    assert found.message == "'content/blog/2026/door.jpg' is reached through a symbolic link"


def test_a_name_that_two_people_have_is_not_guessed(tmp_path: Path) -> None:
    files = {"authors/kari-lund-2.yaml": "name: Kari Lund\n"}
    (found,) = findings("named-author", Example("authors: [Kari Lund]", files=files), tmp_path)
    assert found.message == "'Kari Lund' is the name of 2 people"
    assert found.fix == "Write one of `kari-lund-2`, `kari-lund`."


def test_an_account_is_not_owned_twice_by_one_person(tmp_path: Path) -> None:
    policy = "networks: {linkedin: {owners: [ewa-nowak, ewa-nowak]}}"
    (found,) = findings("account-owners", Example(policy=policy), tmp_path)
    assert found.message == "linkedin has 1 owner fit for it, not 2"


def test_a_person_is_asked_for_a_profile_once_however_much_they_write(tmp_path: Path) -> None:
    files = {
        f"content/blog/2026/{n}.md": f"---\ntitle: {n}\ndate: 2026-03-11\nauthors: [lars]\n---\nHere.\n" for n in "ab"
    }
    files["authors/lars.yaml"] = "name: Lars Holm\nbio: {en: ' ', nb: ''}\n"
    (found,) = findings("author-profile", Example(files=files), tmp_path)
    assert found.message == "Lars Holm has no photo, photo_alt, role, bio, topics"
    assert found.spot.file == "authors/lars.yaml"


def test_a_picture_is_named_without_pelicans_marker(tmp_path: Path) -> None:
    (found,) = findings("alt-text", Example("---\n![]({static}pictures/door.jpg)\n"), tmp_path)
    assert found.message == "the picture 'door.jpg' has no description"
