"""Our counts and records beside those of the networks' own libraries; `RANDOM_TEXTS=100000` asks ten times more."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import yaml
from random_texts import random_text
from site_folder import SiteFolder

from pelican.plugins.share.autolink import find_links
from pelican.plugins.share.counting import graphemes, utf16_length, x_weight
from pelican.plugins.share.facets import Feature, find_features
from pelican.plugins.share.hashtags import find_hashtags, hashtag
from pelican.plugins.share.networks import find_networks
from pelican.plugins.share.snippets import snippets
from pelican.plugins.site_model import Account, Company, House, Policy, Post

HERE = Path(__file__).parent
TEXTS = [random_text(Random(seed)) for seed in range(int(os.environ.get("RANDOM_TEXTS") or 10_000))]
SUITE = yaml.safe_load((HERE.parent / "share" / "conformance" / "restated.yml").read_text(encoding="utf-8"))
BLUESKY = find_networks()["bluesky"]
NOW = "2026-03-10T08:00:00.000Z"
KEYS = {"link": "uri", "tag": "tag"}
LINK = "https://blog.havlinje.no/en/what-a-broken-bow-door-taught-us/"
HOSTILE = (
    "What a broken bow door taught us",
    "👨‍👩‍👧‍👦" * 60,
    "العبّارة تأخرت عن موعدها",
    "Z̷̡͉͖̿a̴̧l̵g̶̈́o " * 20,
    "word " * 100,
    "Fish & chips <5 kr> \"quoted\" 'single' #1 @kari.havlinje.no $SEA example.com",
    "नमस्ते " * 40,
    "(see havlinje.no), then: #ferry! #5g #100 #_ ok.",
)


def ask(kind: str, questions: Sequence[object]) -> list[Any]:
    """Return the library's answers, all from one process."""
    lines = "\n".join(json.dumps([kind, question]) for question in questions)
    answer = subprocess.run(
        ["node", "oracle.mjs"], cwd=HERE, input=lines, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_ten_thousand_texts_weigh_as_much_as_twitter_text_says() -> None:
    said = ask("x", TEXTS)
    assert [(text, x_weight(text)) for text in TEXTS] == list(zip(TEXTS, said, strict=True))


ADDRESSES = (
    "http://example.com",
    "https://example.com/path?a=b&c=d#e",
    "HTTPS://Example.COM/A",
    "example.com",
    "www.example.co.uk/x",
    "sub_domain.example.com",
    "-example.com",
    "example.com-",
    "http://例え.jp/道",
    "http://xn--fsq.com/",
    "https://example.com/a_(b)_c",
    "https://example.com/a(b",
    "https://example.com/?q=1,2;3!",
    "https://example.com:8080/",
    "user@example.com",
    "@example.com",
    "#example.com",
    "$example.com",
    "https://t.co/abc123XYZ?x=1",
    "http://example.c",
    "http://example.museum/å/ß",
    "log.py",
    "e.g.",
    "Node.js",
    "файл.рф",
    "http://a.b.c.example.no/...",
    "https://example.com/~kari/@mikko/",
    "http://127.0.0.1/",
    "http://localhost/",
    "ftp://example.com/",
    "https://example.com/%C3%A5|b",
    "https://" + "a" * 63 + ".com/",
    "https://" + "a" * 64 + ".com/",
    "https://example.com/door/to/quay?find=bow&lang=nb",
    "http://havlinje.com/#!/havlinje",
    "HTTPS://www.HavLINJE.NO/index.html",
    "http://kari:DOOR@example.com:8080/login.php",
    "http://quays.example.com/log/news;_ylt=Aom0;ylu=XyZ?slug=bow-door",
    "http://192.168.0.1/index.html?src=door",
    "http://[3ffe:1900:4545:3:200:f8ff:fe21:67cf]:80/index.html",
    "http://bow_door.havlinje.com",
    "http://example.com?bow=$door.;quay?SEA&a=b-#top/?logs+",
    "http://⚓.net/",
    "http://example.com/Русский_порт",
    "https://www.example.com/line?list=PL0ZPu8XSRTB7wZzn0mLHMvyzVFeRxbWn-",
    "ftp://www.example.com/",
    "https://kari:door[bow]@www.example.com/",
    "http://bow-door_2314352345_door.quay-sea_4352.com",
    "http://www.-havlinje4352.com/",
    "http://www.havlinje4352-.com/",
    "http://⚓-.net/",
    "http://%e2%9a%93.net/",
    "http://256.1.2.3/",
    'http://en.havlinje.org/log/"#Door',
    "http://example.com/#anchor ",
    "http://bow.-havlinje.com",
)
AROUND = (
    ("", ""),
    ("(", ")"),
    ("«", "»"),
    ("a", ""),
    ("", "."),
    ("", ","),
    ("日本", "語"),
    ("“", "”"),
    ("/", ""),
    ("é", "é"),
)


def test_links_are_those_that_twitter_text_extracts() -> None:
    built = [f"See {before}{address}{after} now" for address in ADDRESSES for before, after in AROUND]
    texts = [*TEXTS, *HOSTILE, *built]
    doubtful = links = 0
    for text, said in zip(texts, ask("links", texts), strict=True):
        found = [tuple(utf16_length(text[:end]) for end in one) for one in find_links(text)]
        assert [start for start, _ in found] == [start for _, start, _ in said], text
        units = text.encode("utf-16-le")
        for (start, end), (url, _, last) in zip(found, said, strict=True):
            links += 1
            # Of a name in Latin and other letters without protocol, it returns an address that is not in the text.
            if units[2 * start : 2 * last].decode("utf-16-le") != url:
                doubtful += 1
            else:
                assert end == last, text
    assert links > 10_000
    assert doubtful <= len(TEXTS) / 1000


def test_the_suite_said_in_our_words_is_the_librarys_own() -> None:
    suites = ("links", "links_in_text_of_both_directions", "own_short_links")
    cases = [case for suite in suites for case in SUITE[suite]]
    said = ask("links", [case["text"] for case in cases])
    assert [[url for url, *_ in one] for one in said] == [case["found"] for case in cases]
    for kind, suite in (("hashtags", "hashtags"), ("hashtag", "whole_hashtags"), ("bare", "bare_links")):
        wanted = [case["found" if "found" in case else "valid"] for case in SUITE[suite]]
        assert ask(kind, [case["text"] for case in SUITE[suite]]) == wanted
    posts = [case["text"] * case.get("times", 1) for case in SUITE["tweets"]]
    assert ask("post", posts) == [case["valid"] for case in SUITE["tweets"]]
    weighed = [*SUITE["names_and_lists"], *SUITE["keycaps"]]
    assert ask("x", [case["text"] for case in weighed]) == [case["weight"] for case in weighed]


def test_hashtags_are_those_that_twitter_text_extracts() -> None:
    texts = [*TEXTS, *HOSTILE, *(text.replace(" ", "#") for text in TEXTS[:3000])]
    found = [list(find_hashtags(text)) for text in texts]
    assert sum(map(len, found)) > 5000
    assert list(zip(texts, found, strict=True)) == list(zip(texts, ask("hashtags", texts), strict=True))


def test_our_hashtags_are_found_whole_where_we_put_them() -> None:
    texts = [f"Text\n\n{LINK}\n\n#{name} #Ferry" for text in TEXTS[:2000] if (name := hashtag(text[:40]))]
    assert len(texts) > 1000
    assert ask("hashtags", texts) == [[text.rpartition("#")[0].rpartition("#")[2].strip(), "Ferry"] for text in texts]


def test_graphemes_are_those_of_unicode_segmenter() -> None:
    for text, (count, parts) in zip(TEXTS, ask("graphemes", TEXTS), strict=True):
        assert len(graphemes(text)) == count
        assert graphemes(text) == parts


def test_every_hashtag_we_make_is_one_for_x() -> None:
    tags = [f"#{name}" for text in TEXTS[:2000] for word in text.split() if (name := hashtag(word))]
    assert len(tags) > 1000
    assert [tag for tag, valid in zip(tags, ask("hashtag", tags), strict=True) if not valid] == []


def post(title: str, summary: str = "") -> Post:
    """Return a post of that title."""
    day = datetime(2026, 3, 10, tzinfo=UTC)
    return Post(id="a", digest="", title=title, summary=summary or title, lang="nb", tags=(title[:40],), date=day)


def marked(text: str, features: Iterable[Feature]) -> list[dict[str, Any]]:
    """Return our features in the library's form."""
    return [
        {
            "index": {"byteStart": len(text[: one.start].encode()), "byteEnd": len(text[: one.end].encode())},
            "features": [{"$type": f"app.bsky.richtext.facet#{one.kind}", KEYS[one.kind]: one.target}],
        }
        for one in features
    ]


def wanted(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Leave mentions out, which are never resolved, and put the rest in order of place."""
    kept = [facet for facet in found if not facet["features"][0]["$type"].endswith("#mention")]
    return sorted(kept, key=lambda facet: facet["index"]["byteStart"])


def test_facets_are_those_of_blueskys_own_library() -> None:
    texts = [*TEXTS, *HOSTILE, *(f"{title}\n\n{LINK}\n\n#Ferry #ŁódźIMorze #हिन्दी" for title in HOSTILE)]
    for text, found in zip(texts, ask("facets", texts), strict=True):
        assert marked(text, find_features(text)) == wanted(found)


def test_every_bluesky_record_is_valid() -> None:
    records = [
        BLUESKY.native(f"{title[:100]}\n\n{LINK}\n\n#Ferry", post(title), LINK) | {"createdAt": NOW}
        for title in HOSTILE
    ]
    assert ask("record", records) == [""] * len(records)


def test_every_record_made_of_a_random_post_is_valid() -> None:
    accounts = {"bluesky": Account(state="active", url="https://bsky.app/profile/havlinje.example")}
    company = Company(name="Havlinje", url="https://blog.havlinje.no")
    house = House(policy=Policy(company=company, networks=accounts), people={}, now=datetime(2026, 3, 10, tzinfo=UTC))
    posts = [post(title, summary) for title, summary in zip(TEXTS[:1500:3], TEXTS[1:1500:3], strict=True)]
    records = [
        BLUESKY.native(said.text, one, said.url) | {"createdAt": NOW}
        for one in posts
        for said in snippets(one, LINK, house)
    ]
    assert len(records) == 1000
    assert ask("record", records) == [""] * len(records)


def test_every_record_of_the_sample_site_is_valid(built_sample: SiteFolder) -> None:
    places = sorted((built_sample.root / "output-kit").rglob("bluesky*.record.json"))
    records = [json.loads(place.read_bytes()) | {"createdAt": NOW} for place in places]
    assert len(records) > 40
    assert ask("record", records) == [""] * len(records)


def test_the_library_refuses_what_we_refuse() -> None:
    texts = ["a" * 301, "👨‍👩‍👧‍👦" * 150]
    said = ask("record", [{"$type": "app.bsky.feed.post", "text": t, "createdAt": NOW} for t in texts])
    assert all(said)
    assert not any(BLUESKY.fits(text) for text in texts)
