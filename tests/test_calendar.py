"""Days off, and how often posts come."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from pelican.plugins.policy.calendar import DaysOff, UnknownCountryError, days_off
from pelican.plugins.policy.rhythm import Rhythm, next_free_days, rhythms
from pelican.plugins.policy.rules.posting_cadence import PostingCadence
from pelican.plugins.site_model import Cadence, Company, House, Pause, Policy, Post, Rate, Site, Strategy, Topic

TODAY = date(2026, 3, 20)
NO_DAYS_OFF = DaysOff()


def post(day: str, name: str = "", *, lang: str = "en", topic: str = "operations", original: bool = True) -> Post:
    name = name or f"blog/{day}"
    path = f"content/{name}.md" if original else f"content/{name}.{lang}.md"
    moment = datetime.fromisoformat(day).replace(tzinfo=UTC)
    return Post(id=name, digest="", path=path, title=name, date=moment, lang=lang, topic=topic, original=original)


def site(*posts: Post, cadence: Cadence, country: str | None = None, adopted: date | None = None) -> Site:
    company = Company(
        name="Havlinje", url="https://blog.havlinje.example", languages=("en", "nb", "fi"), country=country
    )
    topics = {"operations": Topic(name="Operations"), "climate": Topic(name="Climate")}
    policy = Policy(company=company, cadence=cadence, adopted=adopted, strategy=Strategy(topics=topics))
    now = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
    return Site(house=House(policy=policy, people={}, now=now), posts=posts)


def said(*posts: Post, cadence: Cadence, country: str | None = None, adopted: date | None = None) -> list[str]:
    whole = site(*posts, cadence=cadence, country=country, adopted=adopted)
    return [finding.message for finding in PostingCadence().check_site(whole)]


def rhythm(*days: str, window: int = 28, **rate: float) -> Rhythm:
    posts = tuple(post(day) for day in sorted(days))
    return Rhythm(key="cadence", about="", rate=Rate(**rate), window=window, posts=posts)


def test_public_holidays_of_the_company_count_as_days_off() -> None:
    norway = days_off(site(cadence=Cadence(), country="NO").house)
    assert norway.covers(date(2026, 5, 17))
    assert not norway.covers(date(2026, 5, 18))


def test_named_countries_take_the_place_of_the_companys_own() -> None:
    finland = days_off(site(cadence=Cadence(holidays=("FI",)), country="NO").house)
    assert finland.covers(date(2026, 12, 6))
    assert not finland.covers(date(2026, 5, 17))


def test_a_pause_includes_both_its_ends() -> None:
    off = DaysOff(pauses=(Pause(start=date(2026, 3, 5), until=date(2026, 3, 7), reason="Refit"),))
    assert [day for day in range(3, 10) if off.covers(date(2026, 3, day))] == [5, 6, 7]


def test_days_before_adoption_count_against_nobody() -> None:
    off = DaysOff(adopted=date(2026, 3, 18))
    assert off.count_between(date(2025, 1, 1), TODAY) == 2


def test_an_unknown_country_is_named() -> None:
    with pytest.raises(UnknownCountryError, match="XX"):
        DaysOff(countries=("XX",)).covers(TODAY)
    found = said(post("2026-03-01"), cadence=Cadence(longest_gap=3, holidays=("XX",)))
    assert found == ["no public holidays are known for country 'XX'"]


def test_silence_counts_the_days_between_the_last_post_and_today() -> None:
    assert said(post("2026-03-10"), cadence=Cadence(longest_gap=9)) == []
    assert said(post("2026-03-10"), cadence=Cadence(longest_gap=8)) == ["no post for 9 days, at most 8 are allowed"]


def test_holidays_shorten_the_silence() -> None:
    off = DaysOff(countries=("NO",))
    easter = rhythm("2026-03-31", longest_gap=2)
    assert easter.silence(date(2026, 4, 8), NO_DAYS_OFF) == 7
    assert easter.silence(date(2026, 4, 8), off) == 3
    assert easter.silence(date(2026, 4, 7), off) == 0


def test_a_gap_that_is_over_is_forgiven() -> None:
    assert said(post("2025-11-01"), post("2026-03-19"), cadence=Cadence(longest_gap=10)) == []


def test_a_planned_post_does_not_break_the_silence_today() -> None:
    found = said(post("2026-03-01"), post("2026-03-25"), cadence=Cadence(longest_gap=10))
    assert found == ["no post for 18 days, at most 10 are allowed"]


def test_a_new_blog_is_silent_from_the_day_of_adoption() -> None:
    cadence = Cadence(longest_gap=10)
    assert said(cadence=cadence) == []
    assert said(cadence=cadence, adopted=date(2026, 3, 1)) == ["no post for 19 days, at most 10 are allowed"]


def test_too_few_posts_say_how_many_and_when() -> None:
    whole = site(post("2026-03-10"), cadence=Cadence(least_per_week=1))
    (found,) = PostingCadence().check_site(whole)
    assert found.message == "1 post in 28 days, at least 4 are asked"
    assert found.fix == "Publish 3 more: the next free days are 2026-03-20, 2026-03-21, 2026-03-22."


def test_a_pause_lowers_the_number_asked_for() -> None:
    pause = Pause(start=date(2026, 2, 20), until=date(2026, 3, 13), reason="Refit")
    assert said(post("2026-03-16"), cadence=Cadence(least_per_week=1, pauses=(pause,))) == []


def test_too_many_posts_are_reported_at_the_last_of_them() -> None:
    days = ["2026-03-16", "2026-03-17", "2026-03-18"]
    whole = site(*map(post, days), cadence=Cadence(window=7, most_per_week=2))
    (found,) = PostingCadence().check_site(whole)
    assert found.message == "3 posts in 7 days, at most 2 are allowed"
    assert found.spot.file == "content/blog/2026-03-18.md"
    assert "2026-03-23" in found.fix


def test_planned_posts_are_judged_by_the_window_they_will_stand_in() -> None:
    days = ["2026-04-01", "2026-04-02", "2026-04-03"]
    assert said(*map(post, days), cadence=Cadence(window=7, most_per_week=2)) == [
        "3 posts in 7 days, at most 2 are allowed"
    ]


def test_posts_too_close_together_name_each_other() -> None:
    found = said(post("2026-03-10"), post("2026-03-12"), cadence=Cadence(least_gap=2))
    assert found == ["1 day lies between this post and content/blog/2026-03-10.md, at least 2 are asked"]
    assert said(post("2026-03-10"), post("2026-03-13"), cadence=Cadence(least_gap=2)) == []


def test_old_posts_too_close_together_are_past_mending() -> None:
    assert said(post("2025-03-10"), post("2025-03-10", "b"), post("2026-03-13"), cadence=Cadence(least_gap=2)) == []


def test_a_post_and_its_translations_count_once_but_in_each_language() -> None:
    original = post("2026-03-10", "blog/door")
    norsk = post("2026-03-10", "blog/door", lang="nb", original=False)
    languages = {"en": Rate(least_per_week=0.25), "nb": Rate(least_per_week=0.25), "fi": Rate(least_per_week=0.25)}
    found = said(original, norsk, cadence=Cadence(least_gap=2, most_per_week=0.25, languages=languages))
    assert found == ["no post in language 'fi' in 28 days, at least 1 is asked"]


def test_a_late_translation_does_not_pass_for_a_new_post() -> None:
    original = post("2026-03-01", "blog/door")
    norsk = post("2026-03-18", "blog/door", lang="nb", original=False)
    cadence = Cadence(longest_gap=10, languages={"nb": Rate(longest_gap=10)})
    assert said(original, norsk, cadence=cadence) == ["no post for 18 days, at most 10 are allowed"]


def test_each_topic_keeps_its_own_rhythm() -> None:
    topics = {"operations": Rate(longest_gap=15), "climate": Rate(longest_gap=15)}
    found = said(post("2026-03-10"), post("2026-01-10", topic="climate"), cadence=Cadence(topics=topics))
    assert found == ["no post on topic 'climate' for 68 days, at most 15 are allowed"]


def test_a_topic_nobody_knows_is_named_with_the_nearest() -> None:
    whole = site(cadence=Cadence(topics={"climat": Rate()}, languages={"se": Rate()}))
    found = {finding.message: finding.fix for finding in PostingCadence().check_site(whole)}
    assert found["'climat' is no topic of the company"] == "Did you mean `climate`?"
    assert "'se' is no language of the company" in found


def test_free_days_keep_every_bound_and_skip_days_off() -> None:
    near = rhythm("2026-03-19", least_gap=1)
    full = rhythm("2026-03-16", "2026-03-18", window=7, most_per_week=2)
    off = DaysOff(pauses=(Pause(start=date(2026, 3, 24), until=date(2026, 3, 24), reason="Refit"),))
    assert next_free_days([near], TODAY, off)[0] == date(2026, 3, 21)
    assert [day.day for day in next_free_days([near, full], TODAY, off)] == [23, 25, 26]


def test_a_post_that_moves_does_not_stand_in_its_own_way() -> None:
    crowded = rhythm("2026-03-20", "2026-03-22", least_gap=3)
    later = crowded.posts[1]
    assert next_free_days([crowded], TODAY, NO_DAYS_OFF, later)[0] == date(2026, 3, 24)


def test_without_a_cadence_nothing_is_asked() -> None:
    whole = site(cadence=Cadence())
    assert list(rhythms(whole)) != []
    assert said(cadence=Cadence()) == []


def test_holidays_are_read_only_where_a_bound_is_broken() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests'); import test_calendar as t;"
        "quiet = t.Cadence(least_per_week=0.25, longest_gap=30, holidays=('NO',));"
        "assert t.said(t.post('2026-03-10'), cadence=quiet) == [];"
        "assert 'holidays' not in sys.modules;"
        "assert t.said(t.post('2026-03-10'), cadence=t.Cadence(longest_gap=3, holidays=('NO',)));"
        "assert 'holidays' in sys.modules"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
