"""No file from outside the content folder is published, whichever way a post names it."""

from __future__ import annotations

from site_folder import SiteFolder, digests

POST = "content/blog/2026/example.md"
TO_IT = "../../../secret.txt"
SECRET = "the salary list"
WAYS = (
    f"[list]({{attach}}{TO_IT})",
    f"[list](|attach|{TO_IT})",
    "[list]({static}/../secret.txt)",
    "[list]({attach}/../secret.txt?a=b#c)",
    "[list]({attach}..%2F..%2F..%2Fsecret.txt)",
    f"[list][there]\n\n[there]: {{attach}}{TO_IT}",
    f"![The salary list]({TO_IT})",
    f"<a href='{{attach}}{TO_IT}'>list</a>",
    f"<img src='{{static}}{TO_IT}' alt='The salary list'>",
    f"<source src='{{attach}}{TO_IT}'>",
    f"<video poster='{{attach}}{TO_IT}'></video>",
    f"<object data='{{attach}}{TO_IT}'></object>",
    f"<blockquote cite='{{attach}}{TO_IT}'>list</blockquote>",
    f"<form action='{{attach}}{TO_IT}'></form>",
    f"<meta content='{{attach}}{TO_IT}'>",
    f"<div\nhref='{{attach}}{TO_IT}'>list</div>",
    f"<p title=\"&lt;a href='{{attach}}{TO_IT}'\">list</p>",
)


def _lay(site: SiteFolder) -> dict[str, str]:
    """Lay one post for each way, and return post to way."""
    site.write("secret.txt", SECRET)
    whole = (site.root / POST).read_text("utf-8")
    posts = {f"content/blog/2026/way-{number}.md": way for number, way in enumerate(WAYS)}
    for path, way in posts.items():
        site.write(path, f"{whole}\n{way}\n")
    return posts


def test_a_check_names_every_post_that_names_a_file_from_outside(small_site: SiteFolder) -> None:
    posts = _lay(small_site)
    said = small_site.run("masthead", "check").out.splitlines()
    for path, way in posts.items():
        about = [line for line in said if line.startswith(f"{path}:")]
        assert [line for line in about if "[linked-files]" in line or "[clean-html]" in line], way


def test_a_build_publishes_none_of_them_though_the_rules_be_off(small_site: SiteFolder) -> None:
    posts = _lay(small_site)
    small_site.add("policy.yaml", "rules: {linked-files: off, clean-html: off}\n")
    before = digests(small_site.output)
    stopped = small_site.run("pelican", "-q")
    refused = [path for path in posts if f"{path}: 'secret.txt' lies outside content/" in stopped.said]
    assert stopped.code == 3
    assert len(refused) >= 9
    assert digests(small_site.output) == before
    for path in refused:
        (small_site.root / path).unlink()
    built = small_site.run("pelican", "-q")
    assert built.code == 0, built.said
    record = (small_site.output / "governance.json").read_text("utf-8")
    assert all((path in record) != (path in refused) for path in posts)
    assert not [
        file for file in small_site.output.rglob("*") if file.is_file() and SECRET.encode() in file.read_bytes()
    ]


def test_a_file_that_a_post_attaches_lies_beside_its_page(small_site: SiteFolder) -> None:
    small_site.write("content/blog/2026/plan.txt", "We sail at nine.")
    small_site.add(POST, "\n[Our plan]({attach}plan.txt)\n")
    ended = small_site.run("masthead", "build")
    assert ended.code == 0, ended.said
    assert "WARNING" not in ended.said
    assert (page := next(small_site.output.glob("en/2026/*/index.html"))).with_name("plan.txt").is_file(), page


def test_no_file_is_written_outside_of_the_output(small_site: SiteFolder) -> None:
    small_site.write("content/list.txt", SECRET)
    small_site.add(
        "pelicanconf.py",
        "STATIC_PATHS = ['list.txt']\nEXTRA_PATH_METADATA = {'list.txt': {'path': '../../list.txt'}}\n",
    )
    ended = small_site.run("masthead", "build")
    assert ended.code == 3
    assert "'content/list.txt' would be written outside of the output" in ended.said
    assert not (small_site.root.parent / "list.txt").exists()
