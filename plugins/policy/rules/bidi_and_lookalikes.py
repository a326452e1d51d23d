"""The rule `bidi-and-lookalikes`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...site_model import House, Person, Post, Site, Spot
from ...site_model.spot import Marked
from ..finding import AUTHOR, Edit, Finding
from ..invisible import Hidden, hidden_in
from ..lookalike import scripts_mixed, skeleton
from ..rule import Example, Invalid, Rule
from ..words_shown import words_of_person, words_of_post

_LARS = "employed: {from: 2020-01-01}\ntrained: 2025-09-01\n"


def _since(person: Person) -> tuple[date, str]:
    return person.employed.start if person.employed else date.max, person.id


class BidiAndLookalikes(Rule):
    """What an editor reads is what readers get: no hidden characters, and no name that can be taken for another.

    Characters that nobody sees can turn the order of words, split a name so that no search finds it, or carry
    a message past whoever approves the post. Letters of other alphabets can make a stranger look like a colleague.
    Writing that needs such characters is left alone: emoji, Persian and Indian spelling, text from right to left,
    hyphens for long words.
    """

    id = "bidi-and-lookalikes"
    clause = "W7"
    who = AUTHOR
    fix = "Run `make fix`, or delete the hidden character."
    pages = True
    VALID = [
        Example("lang: nb\ntitle: Blåbærsyltetøy på Øya 👩‍🔧 og ❤️\n"),
        Example("lang: fi\n---\nMatkustaja-alus\u00adliikenne pysähtyi yöksi.\n"),
        Example("lang: pl\ntitle: Zażółć gęślą jaźń\n"),
        Example("---\nThe sign says «می\u200cخواهم» and \u2067שלום, Havørn!\u2069\n"),
        Example(files={"authors/yamada-taro.yaml": f"name: 山田タロウ\n{_LARS}"}),
    ]
    INVALID = [
        Invalid('title: "All safe\u202e.on ,regnad fo tuo"', says="the title hides U+202E RIGHT-TO-LEFT OVERRIDE"),
        Invalid("lang: nb\n---\nBaug\u200bporten er reparert.\n", says="the text hides U+200B ZERO WIDTH SPACE"),
        Invalid("lang: fi\n---\nPortti on kiinni&#8238;.\n", says="the text hides U+202E"),
        Invalid("lang: pl\nsummary: Furta\u2060 zamknięta\u00ad.", says="the summary hides U+2060 WORD JOINER"),
        Invalid(files={"authors/k-lund.yaml": f"name: Kаri Lund\n{_LARS}"}, says="mixes Cyrillic and Latin letters"),
        Invalid(files={"authors/mikko-s.yaml": f"name: Mikko Sa1o\n{_LARS}"}, says="can be taken for Mikko Salo"),
        Invalid(files={"authors/nowak.yaml": f"name: Ewa\u200b Nowak\n{_LARS}"}, says="the name hides U+200B"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look for hidden characters in everything the post says."""
        for key, text in words_of_post(post):
            for hidden in hidden_in(text):
                yield self._hidden(post, key, text, hidden)
        for hidden in hidden_in(post.body, entities="&" in post.body):
            if hidden.written not in post.html and hidden.characters not in post.html:
                continue  # an entity shown as code, letter by letter
            line = post.body_line + post.body.count("\n", 0, hidden.start)
            column = hidden.start - post.body.rfind("\n", 0, hidden.start)
            yield self._removable(Spot(post.path, line, column), "text", hidden)

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Look for hidden characters in what people say of themselves, and compare their names."""
        seen: dict[str, Person] = {}
        for person in sorted(site.house.people.values(), key=_since):
            for key, text in words_of_person(person):
                for hidden in hidden_in(text, name=key == "name"):
                    yield self._hidden(person, key, text, hidden)
            if mixed := scripts_mixed(person.name):
                message = f"the name '{person.name}' mixes {' and '.join(mixed)} letters"
                yield self.finding(person.spot("name"), message, fix="Type the name again, in one alphabet.")
            other = seen.setdefault(skeleton(person.name), person)
            if other is not person:
                message = f"the name '{person.name}' can be taken for {other.name} in {other.path}"
                fix = "Spell the name as the person does, and add a middle name or initial if both are real."
                yield self.finding(person.spot("name"), message, fix=fix)

    def _hidden(self, file: Marked, key: str, text: str, hidden: Hidden) -> Finding:
        what = key.partition(".")[0].partition("[")[0].replace("_", " ")
        line, column, end_line, end_column = file.marks.get(key, (0, 0, 1, 0))
        quotes = end_column - column - len(text)
        if line != end_line or quotes not in (0, 2):
            fix = f"Type the {what} again without the hidden character."
            return self.finding(file.spot(key), f"the {what} hides {hidden.called}", fix=fix)
        return self._removable(Spot(file.path, line, column + quotes // 2 + hidden.start), what, hidden)

    def _removable(self, start: Spot, what: str, hidden: Hidden) -> Finding:
        spot = Spot(start.file, start.line, start.column, start.line, start.column + len(hidden.written))
        return self.finding(spot, f"the {what} hides {hidden.called}", edit=Edit(spot, ""))
