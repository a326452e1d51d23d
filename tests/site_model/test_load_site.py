"""The site from its folder: warm and cold alike, in order, with every refusal said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from example_site import lay_out

from pelican.plugins.policy.rule import Example
from pelican.plugins.site_model import SetupError, Site
from pelican.plugins.site_model.cache import Cache
from pelican.plugins.site_model.load_site import load_site


def site_with(tmp_path: Path, files: dict[str, str]) -> Site:
    return load_site(lay_out(Example(files=files), tmp_path), cache=Cache(None))


def test_a_warm_load_equals_a_cold_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    lay_out(Example(), tmp_path)
    cold = load_site(tmp_path)
    warm = load_site(tmp_path)
    assert (tmp_path / ".masthead/cache.sqlite").exists()
    assert warm == cold


def test_many_posts_over_two_processes_equal_those_read_here(tmp_path: Path) -> None:
    files = {
        f"content/p{n}.md": f"---\ntitle: P{n}\ndate: 2026-01-01\n---\nText {n} [a](https://a{n}.example)."
        for n in range(70)
    }
    many = site_with(tmp_path, files)
    few = load_site(tmp_path, cache=Cache(None), house=many.house)
    assert [post.path for post in many.posts] == sorted(post.path for post in many.posts)
    assert many.posts == few.posts


def test_a_byline_that_is_a_name_becomes_the_persons_id(tmp_path: Path) -> None:
    site = site_with(tmp_path, {"content/old.md": "Title: Old\nDate: 2026-01-01\nAuthor: Kari Lund\n\nText"})
    assert next(post for post in site.posts if post.path == "content/old.md").authors == ("kari-lund",)


@pytest.mark.parametrize("name", ["page.rst", "page.html", "notes.markdown", "POST.MD"])
def test_a_file_that_could_include_others_or_that_nobody_would_read_is_refused(tmp_path: Path, name: str) -> None:
    site = site_with(tmp_path, {f"content/{name}": "text"})
    assert [problem.spot.file for problem in site.problems] == [f"content/{name}"]


def test_a_post_reached_through_a_link_is_refused(tmp_path: Path) -> None:
    lay_out(Example(), tmp_path)
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: Secret\ndate: 2026-01-01\n---\n")
    (tmp_path / "content/linked.md").symlink_to(secret)
    site = load_site(tmp_path, cache=Cache(None))
    assert "symbolic link" in site.problems[0].message
    assert all(post.title != "Secret" for post in site.posts)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({"policy.yaml": "company: {name: X}\n"}, "'company.url' is missing"),
        (
            {"policy.yaml": "company: {name: X, url: 'https://x.example', timezone: Oslo}\n"},
            "'company.timezone' is 'Oslo'",
        ),
        ({"authors/kari-lund.yaml": "nam: Kari\n"}, "the key 'nam' is unknown"),
        ({"authors/kari-lund.yaml": "name: [\n"}, "broken YAML"),
    ],
)
def test_a_wrong_set_up_stops_everything(tmp_path: Path, files: dict[str, str], says: str) -> None:
    with pytest.raises(SetupError) as caught:
        site_with(tmp_path, files)
    assert says in str(caught.value)


def test_a_translation_belongs_to_the_post_beside_it(tmp_path: Path) -> None:
    site = site_with(tmp_path, {"content/blog/2026/example.nb.md": "---\ntitle: Porten\n---\nTekst."})
    found = {post.lang: post for post in site.posts}
    assert found["nb"].id == found["en"].id == "blog/2026/example"
    assert found["nb"].slug == found["en"].slug
    assert found["en"].original
    assert not found["nb"].original


def test_a_folder_that_cannot_be_opened_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out(Example(), tmp_path)
    closed = tmp_path / "content/blog/2026"
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    (problem,) = load_site(tmp_path, cache=Cache(None)).problems
    assert str(problem.spot).startswith("content/blog/2026:")
    assert "cannot be opened (Permission denied)" in problem.message


def test_a_person_whose_file_ends_in_yml_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="file is not read as a person"):
        site_with(tmp_path, {"authors/new.yml": "name: New"})
