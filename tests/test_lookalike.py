"""Names that can be taken for each other, and names that only look foreign."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest

from pelican.plugins.policy.lookalike import scripts_mixed, skeleton

ALIKE = [
    ("Kari Lund", "Kаri Lund"),  # Cyrillic a
    ("Kari Lund", "KARI LUND"),
    ("Kari Lund", "Kari  Lund"),
    ("Mikko Salo", "Mikko Sa1o"),
    ("Mikko Salo", "Mikko SaIo"),
    ("Ola Berg", "0la Berg"),
    ("Marta Holm", "Marta Holrn"),
    ("Åse Øy", "A\u030ase Øy"),
    ("Anna Hopp", "Аппа Норр".replace("п", "n")),
    ("Kari Lund", "Ｋari Lund"),
    ("Kari Lund", "𝐊𝐚𝐫𝐢 𝐋𝐮𝐧𝐝"),
    ("Ole O'Hara", "Ole O’Hara"),
    ("ईशा", "र्इशा"),
]

DIFFERENT = [
    "Kari Lund",
    "Karin Lund",
    "Kåre Lund",
    "Kare Lund",
    "Ola Berg",
    "Olä Berg",
    "Øla Berg",
    "Łukasz Żółć",
    "Lukasz Zolc",
    "Päivi Hyvärinen",
    "Paivi Hyvarinen",
    "山田太郎",
    "Ольга Иванова",
    "Ελένη Παπαδοπούλου",
    "שרה לוי",
    "مینا رضایی",
]

ONE_SCRIPT = [
    "Åse Bjørnsdóttir-Łaska",
    "Kari Lund (Кари Лунд)",
    "山田タロウ",
    "김한국",
    "O’Brien",
    "J. R. Hartley 3rd",
    "שרה Levi",
]


@pytest.mark.parametrize(("name", "other"), ALIKE)
def test_names_that_look_alike_have_one_skeleton(name: str, other: str) -> None:
    assert skeleton(name) == skeleton(other)


@pytest.mark.parametrize(("name", "other"), list(combinations(DIFFERENT, 2)))
def test_names_that_readers_can_tell_apart_differ(name: str, other: str) -> None:
    assert skeleton(name) != skeleton(other)


@pytest.mark.parametrize("name", ONE_SCRIPT)
def test_a_name_in_one_script_a_word_is_fine(name: str) -> None:
    assert scripts_mixed(name) == ()


def test_a_word_that_mixes_scripts_is_named() -> None:
    assert scripts_mixed("Kаri Lund") == ("Cyrillic", "Latin")
    assert scripts_mixed("Mikκo Salo") == ("Greek", "Latin")


def test_ordinary_names_need_no_table() -> None:
    code = (
        "import sys; from pelican.plugins.policy.lookalike import skeleton;"
        "[skeleton(n) for n in ('Åse Bjørnsdóttir', 'Łukasz Żółć', 'Päivi Hyvärinen', 'O’Brien', 'Şükrü Çağ')];"
        "assert 'confusable_homoglyphs' not in sys.modules;"
        "skeleton('Kаri'); assert 'confusable_homoglyphs' in sys.modules"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
