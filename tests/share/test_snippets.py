"""What is said about a post, network by network."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from share_site import URL, house, post

from pelican.plugins.share import networks, snippets
from pelican.plugins.share.addresses import ascii_address, folder
from pelican.plugins.share.compose import compose
from pelican.plugins.share.counting import graphemes
from pelican.plugins.share.hashtags import hashtag, hashtags, loses_meaning
from pelican.plugins.share.network import Draft, Limits
from pelican.plugins.share.networks import find_networks
from pelican.plugins.share.old_limits import limits_to_check
from pelican.plugins.site_model import Account, Disclosure, NetworkText, Snippet

HOUSE = house()
HOSTILE = st.one_of(
    st.text(max_size=600),
    st.text(alphabet="👨‍👩‍👧‍👦🏽e\u0301\u202eאبतिक्ष &<>\"'#@%+._-\n", max_size=600),
    st.text(alphabet="abc .,", min_size=400, max_size=700),
)


def snippet(of: str, variant: str = "default", **changes: object) -> Snippet:
    found = snippets(post(**changes), URL, HOUSE)
    return next(text for text in found if (text.network, text.variant) == (of, variant))


def as_posted(network: str, values: dict[str, str]) -> str:
    """Return what the network makes of the values of its share link."""
    if network == "telegram":
        return f"{values['url']}\n{values['text']}"
    return values["body"].replace("\r\n", "\n") if network == "mailto" else values["text"]


def test_every_active_network_gets_a_text_for_the_company_and_one_for_employees() -> None:
    found = snippets(post(), URL, HOUSE)
    assert [(text.network, text.variant) for text in found] == [
        (id, variant) for id in find_networks() for variant in ("default", "employee")
    ]


def test_reserved_and_closed_networks_get_no_text() -> None:
    closed = house(x=Account(state="closed"), linkedin=Account(state="reserved"))
    assert {"x", "linkedin"}.isdisjoint(text.network for text in snippets(post(), URL, closed))


def test_written_words_stay_as_they_are_and_only_the_link_and_hashtags_are_added() -> None:
    text = snippet("linkedin", share={"linkedin": "We stayed at the quay.\n\nHere is why."})
    assert text.text == f"We stayed at the quay.\n\nHere is why.\n\n{URL}\n\n#Safety #MachineLearning #Delays"
    assert (text.source, text.key) == ("written", "share.linkedin")


def test_a_link_and_hashtags_that_are_written_are_not_added_again() -> None:
    words = f"We stayed. #ferry {URL}"
    assert snippet("mastodon", share={"mastodon": words}).text == words


def test_hashtags_that_are_written_are_known_and_a_number_sign_is_none() -> None:
    own = snippet("instagram", share={"instagram": "At the quay, #Ferry #BowDoor."})
    assert (own.hashtags, own.hashtags_left_out, own.most_hashtags) == (("Ferry", "BowDoor"), (), 5)
    number = snippet("x", share={"x": "The #1 ferry."})
    assert number.hashtags == ("Safety", "MachineLearning") and number.text.endswith("#Safety #MachineLearning")


def test_words_that_are_too_long_are_reported_and_never_cut() -> None:
    text = snippet("x", share={"x": "word " * 80})
    assert "word " * 79 + "word" in text.text
    assert not text.count.fits


def test_the_default_words_serve_every_network_that_has_none_of_its_own() -> None:
    share = {"default": "For all.", "x": "For X."}
    assert snippet("bluesky", share=share).text.startswith("For all.")
    assert snippet("x", share=share).text.startswith("For X.")


def test_variants_and_threads_keep_their_place_in_the_front_matter() -> None:
    words = NetworkText(text="One.", thread=("Two.", "Three."), variants={"employee": ("I was there.", "My ship.")})
    found = [text for text in snippets(post(share={"x": words}), URL, HOUSE) if text.network == "x"]
    assert [(text.variant, text.key, text.audience) for text in found] == [
        ("default", "share.x.text", "company"),
        ("employee-1", "share.x.variants.employee[0]", "employee"),
        ("employee-2", "share.x.variants.employee[1]", "employee"),
    ]
    assert found[0].thread == ("Two.", "Three.")


def test_the_longest_post_of_a_thread_is_the_one_counted() -> None:
    words = NetworkText(text="One.", thread=("Two.", "w" * 281))
    assert snippet("x", share={"x": words}).count.used == 281


def test_the_limit_of_the_companys_own_server_counts() -> None:
    written = NetworkText(text="w" * 800, server_limit=1000)
    assert snippet("mastodon", share={"mastodon": written}).count.limit == 1000
    roomy = house(mastodon=Account(state="active", url="https://social.example/@havlinje", limit=5000))
    limits = {text.network: text.count.limit for text in snippets(post(), URL, roomy)}
    assert limits["mastodon"] == 5000


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Gift: a cabin, Sundby Travel."), ("nb", "Gave:"), ("fi", "Lahja:"), ("pl", "Prezent:"), ("xx", "Gift:")],
)
def test_what_must_be_disclosed_comes_first_in_the_language_of_the_post(language: str, said: str) -> None:
    gift = Disclosure(kind="gift", what="a cabin", by="Sundby Travel")
    for text in snippets(post(disclosure=gift, lang=language), URL, HOUSE):
        assert text.text.removeprefix(URL).lstrip().startswith(said), text.network


def test_generated_texts_say_who_speaks_and_for_whom() -> None:
    assert "– Kari Lund (Havlinje)" in snippet("x").text
    assert "– Kari Lund (Havlinje), Jan Vik (Fjord Research)" in snippet("x", authors=("kari-lund", "jan-vik")).text
    three = ("kari-lund", "mikko-salo", "jan-vik")
    assert "– Kari Lund, Mikko Salo (Havlinje) +1" in snippet("x", authors=three).text
    assert "Jeg jobber i Havlinje." in snippet("x", "employee", lang="nb").text
    assert "Työnantajani on Havlinje." in snippet("x", "employee", lang="fi").text
    assert "Moim pracodawcą jest Havlinje." in snippet("x", "employee", lang="pl").text


def test_hashtags_go_before_words_do_and_sentences_before_words() -> None:
    network = find_networks()["x"]
    draft = Draft(prose="", link=URL, hashtags=("One", "Two"))
    title, summary = "t" * 60, "First sentence here. Second sentence that is long."

    def fitted(limit: int) -> str:
        limited = replace(network, limits=structs.replace(network.limits, text=limit))
        return compose(limited, draft, title, summary)[0]

    full = 60 + 2 + len(summary) + 2 + 23
    assert "#One #Two" in fitted(full + 11)
    assert "#One" in fitted(full + 10)
    assert "#Two" not in fitted(full + 10)
    assert fitted(full).startswith(f"{title}\n\n{summary}\n\n{URL}")
    shorter = fitted(full - 1)
    assert "First sentence here.\n\n" in shorter
    assert "Second" not in shorter


def test_words_are_cut_between_words_with_the_ellipsis_weighed() -> None:
    network = find_networks()["x"]
    text, _ = compose(network, Draft(prose="", link=URL), "ferry " * 100, "")
    assert text.startswith("ferry ferry")
    assert "ferry…\n\n" in text
    assert 270 <= network.length(text) <= 280


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE.filter(lambda text: text.strip()), summary=HOSTILE)
def test_no_text_is_ever_over_its_limit_and_the_link_is_always_there(title: str, summary: str) -> None:
    for text in snippets(post(title=title, summary=summary), URL, HOUSE):
        assert text.count.fits, text
        assert URL in text.text.split()


@settings(max_examples=60, deadline=None)
@given(title=HOSTILE.filter(lambda text: text.strip()))
def test_every_intent_link_parses_back_to_the_text_byte_for_byte(title: str) -> None:
    for text in snippets(post(title=title), URL, HOUSE):
        if text.intent_url and text.prefill == "text+url":
            values = parse_qs(urlsplit(text.intent_url).query, keep_blank_values=True, strict_parsing=True)
            first = {key: value[0] for key, value in values.items()}
            assert as_posted(text.network, first) == text.text


@settings(max_examples=80, deadline=None)
@given(title=HOSTILE.filter(lambda text: text.strip()))
def test_no_character_is_cut_in_half(title: str) -> None:
    network = find_networks()["bluesky"]
    text, _ = compose(network, Draft(prose="", link=URL), title, "")
    shown = text.removesuffix(URL).rstrip("\n").removesuffix("…")
    whole = graphemes(title)
    beginnings = {"".join(whole[:kept]) for kept in range(len(whole) + 1)}
    assert any(
        beginning.rstrip() == shown or beginning == shown or beginning.startswith(shown) for beginning in beginnings
    )


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("machine-learning", "MachineLearning"),
        ("KI & Recht", "KIRecht"),
        ("safety", "Safety"),
        ("C++", "C"),
        ("2026", ""),
        ("5g", "5g"),
        ("łódź i morze", "ŁódźIMorze"),
        ("हिन्दी", "हिन्दी"),
        ("!!!", ""),
    ],
)
def test_hashtags_are_read_as_words(tag: str, name: str) -> None:
    assert hashtag(tag) == name


def test_hashtags_are_given_once_whatever_their_capitals() -> None:
    assert hashtags(["sea", "Sea", "SEA wind"]) == ("Sea", "SEAWind")
    assert loses_meaning("C++")
    assert not loses_meaning("KI & Recht")


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://blog.havlinje.no/nb/båt/", "https://blog.havlinje.no/nb/b%C3%A5t/"),
        ("https://blåskjell.no/a", "https://xn--blskjell-b0a.no/a"),
        ("https://a.no/en/why?", "https://a.no/en/why"),
        ("https://a.no/en/end.", "https://a.no/en/end%2E"),
        ("https://a.no/(x)'y", "https://a.no/%28x%29%27y"),
        ("https://a.no/%C3%A5", "https://a.no/%C3%A5"),
    ],
)
def test_the_link_is_ascii_with_a_certain_end(url: str, written: str) -> None:
    assert ascii_address(url) == written


def test_files_of_a_post_lie_beside_its_page() -> None:
    assert folder("https://a.no/blog/en/x/", "https://a.no/blog") == "en/x/"
    assert folder("https://a.no/en/x.html", "https://a.no") == "en/x/"
    assert folder("https://a.no/en/b%C3%A5t/", "https://a.no") == "en/båt/"


def test_a_new_network_is_one_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "quay.py").write_text(
        "from dataclasses import dataclass\n"
        "from datetime import date\n"
        "from typing import ClassVar\n"
        "from ..network import Limits, Network, with_query\n"
        "@dataclass(frozen=True)\n"
        "class Quay(Network):\n"
        "    '''A network for harbours.'''\n"
        "    id: ClassVar[str] = 'quay'\n"
        "    name: ClassVar[str] = 'Quay'\n"
        "    default_limits = Limits(text=120, unit='characters', source='https://quay.example', "
        "checked=date(2026, 3, 1), confidence='U')\n"
        "    def intent(self, text, url, title):\n"
        "        return with_query('https://quay.example/new', text=text)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(networks, "__path__", [*networks.__path__, str(tmp_path)])
    find_networks.cache_clear()
    try:
        texts = [text for text in snippets(post(), URL, house()) if text.network == "quay"]
    finally:
        find_networks.cache_clear()
    assert [text.variant for text in texts] == ["default", "employee"]
    assert all(text.count.fits and text.count.limit == 120 for text in texts)


def test_every_network_says_where_its_limit_comes_from() -> None:
    for network in find_networks().values():
        assert isinstance(network.limits, Limits)
        assert network.limits.source
        assert network.limits.checked >= date(2026, 11, 1)


@pytest.mark.parametrize(
    ("network", "text", "length"),
    [
        ("threads", "abc", 3),
        ("threads", "👍", 4),
        ("threads", "👨‍👩‍👧‍👦", 25),
        ("threads", "é→✓", 3),
        ("threads", "e\u0301", 2),
        ("telegram", "👍", 2),
        ("reddit", f"Title\n\n{URL}", 5),
        ("hn", f"Title 👍\n\n{URL}", 7),
    ],
)
def test_other_networks_count_in_their_own_unit(network: str, text: str, length: int) -> None:
    assert find_networks()[network].length(text) == length


def test_networks_of_links_carry_a_title_and_the_link_and_nothing_else() -> None:
    assert snippet("hn").text == f"What a broken bow door taught us\n\n{URL}"
    assert snippet("hn", title="word " * 40).text.partition("\n")[0] == "word " * 15 + "word…"


def test_mails_and_newsletters_have_a_subject_that_lists_show_whole() -> None:
    assert snippet("mailto").title == "What a broken bow door taught us"
    long = snippet("newsletter", title="What we learnt from a winter of broken bow doors and late ferries")
    assert long.title == "What we learnt from a winter of broken bow doors and late…"


def test_limits_that_nobody_has_looked_at_for_half_a_year_are_named() -> None:
    assert limits_to_check(date(2027, 4, 30)) == ()
    assert [network.id for network in limits_to_check(date(2027, 5, 1))] == list(find_networks())


def test_the_manual_has_every_network_with_its_limit() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "share.md").read_text("utf-8")
    for id, network in find_networks().items():
        assert f"| `{id}` | {network.limits.text:,} |" in manual
