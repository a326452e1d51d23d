"""Texts in ten scripts with links, emoji, marks and punctuation thrown in, the same in every run."""

from __future__ import annotations

from random import Random

SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzæøåäöłśżéüßABCDE",
    "αβγδεζηθικλμΑΒΓ",
    "абвгдежзиклмнАБВ",
    "ابتثجحخدذرز",
    "אבגדהוזחט",
    "नमस्तेकखगिी",
    "กขคงจฉชซก็ิ",
    "中文字符测试汉",
    "あいうえおカキク",
    "가나다라마한국어",
)
TOPS = ("com", "no", "fi", "pl", "example", "co.uk", "xn--p1ai", "рф", "한국", "museum", "js", "py")
MARKS = ".,;:!?()[]\"'-–—…„“”«»@#$%&*+=/\\|~^_ \n\t\u00a0\u202f\u200b•→€™©"
EMOJI = (
    "👍",
    "👍🏽",
    "👩🏽\u200d🚀",
    "👨\u200d👩\u200d👧\u200d👦",
    "🇳🇴",
    "🇵🇱",
    "1️⃣",
    "#️⃣",
    "☺️",
    "❤️",
    "☂",
    "🏳️\u200d🌈",
    "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
    "🕵️\u200d♀️",
    "👩\u200d❤️\u200d💋\u200d👨",
    "🧜🏿\u200d♂️",
    "🦸\u200d♀️",
    "™️",
    "✍🏻",
    "🚢",
)


def random_text(random: Random) -> str:
    """Return one text."""
    return "".join(_piece(random) + random.choice(["", " ", " "]) for _ in range(random.randint(1, 30)))


def _piece(random: Random) -> str:
    kind = random.random()
    if kind < 0.5:
        return _word(random)
    if kind < 0.62:
        return random.choice(EMOJI)
    if kind < 0.78:
        return _link(random)
    if kind < 0.9:
        return "".join(random.choice(MARKS) for _ in range(random.randint(1, 3)))
    return random.choice("#@$") + _word(random)


def _word(random: Random) -> str:
    script = random.choice(SCRIPTS)
    return "".join(random.choice(script) for _ in range(random.randint(1, 9)))


def _link(random: Random) -> str:
    labels = [
        _word(random) if random.random() < 0.3 else _some(random, "abcxyz019-", 8) for _ in range(random.randint(1, 3))
    ]
    link = random.choice(["https://", "http://", "HTTP://", "", "", "ftp://"]) + ".".join(
        [*labels, random.choice(TOPS)]
    )
    if random.random() < 0.2:
        link += f":{random.randint(1, 70000)}"
    if random.random() < 0.6:
        link += "/" + _some(random, "abcdef0123/._-~%()@;,:!å中я", 14)
    if random.random() < 0.3:
        link += "?" + _some(random, "abc=&%._-/?#é", 10)
    return link


def _some(random: Random, characters: str, most: int) -> str:
    return "".join(random.choice(characters) for _ in range(random.randint(1, most)))
