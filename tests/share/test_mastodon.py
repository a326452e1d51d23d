"""Mastodon's own cases of its counter, said again in words of ours: hosts in many scripts, as links and in mentions."""

from __future__ import annotations

import pytest

from pelican.plugins.share.counting import grapheme_length
from pelican.plugins.share.networks import find_networks

MASTODON = find_networks()["mastodon"]
HOSTS = (
    "ferries-of-the-coast.international",
    "ferries-of-the-coast.icu",
    "عبارات-الساحل-الطويل.موريتانيا",
    "ափամերձ-լաստանավերի-գիծ.հայ",
    "উপকূলের-ফেরি-নৌকা.ভারত",
    "паромы-длинного-побережья.москва",
    "तटीय-नौका-सेवा.संगठन",
    "სანაპიროს-ბორნების-ხაზი.გე",
    "ακτοπλοϊκά-πλοία-γραμμής.ευ",
    "દરિયાકાંઠાની-ફેરી-સેવા.ભારત",
    "ਤੱਟੀ-ਕਿਸ਼ਤੀ-ਸੇਵਾ.ਭਾਰਤ",
    "긴해안의연안여객선노선.한국",
    "מעבורות-החוף-הארוך.קום",
    "ながいきしのふね.みんな",
    "ಕರಾವಳಿ-ದೋಣಿ-ಸೇವೆ.ಭಾರತ",
    "ロングコーストフェリー.クラウド",
    "ເຮືອ-ຂ້າມຟາກ-ຊາຍຝັ່ງ.ລາວ",
    "തീരദേശ-കടത്തുവള്ളം.ഭാരതം",
    "ଉପକୂଳ-ଡଙ୍ଗା-ସେବା.ଭାରତ",
    "වෙරළබඩ-පාරු-සේවය.ලංකා",
    "கரையோர-படகு-சேவை.சிங்கப்பூர்",
    "తీరప్రాంత-పడవ-సేవ.భారత్",
    "เรือชายฝั่ง.ไทย",
    "长海岸渡轮线.我爱你",
    "長海岸渡輪線.台灣",
    "የባሕር-ዳርቻ-ጀልባ.com",
    "កាណូតឆ្លងឆ្នេរវែង.com",
    "ကမ်းရိုးတန်းကူးတို့သင်္ဘော.com",
    "ގޮނޑުދޮށުގެ-ފެރީ-ލައިން.com",
    "ferries-of-the-coast.קום",
    "bacs-de-la-côte-longue.org",
)


@pytest.mark.parametrize("host", HOSTS)
def test_a_link_is_23_and_a_bare_host_never_less(host: str) -> None:
    assert MASTODON.length(f"see https://{host}/ here") == 4 + 23 + 5
    assert MASTODON.length(f"see {host} here") >= 4 + 23 + 5


@pytest.mark.parametrize("host", HOSTS)
def test_a_mention_counts_without_its_host(host: str) -> None:
    assert MASTODON.length(f"@info@{host}") == len("@info")


def test_a_host_that_counts_as_no_word_is_counted_whole() -> None:
    """The syllable marks of Tibetan are punctuation for the server, which then sees another host; the client's is 5."""
    mention = "@info@མཚོ་ཁའི་གྲུ་གཟིངས.com"
    assert MASTODON.length(mention) >= grapheme_length(mention)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("the door is shut", 16),
        ("look havlinje.no here", 4 + 1 + 23 + 5),
        ("look havlinje.no/🐪/#door here", 4 + 1 + 23 + 5),
        ("look https://havlinje.no/🐪/#door here", 4 + 1 + 23 + 5),
        ("gå om bord https://grå.no/ idag", 11 + 23 + 5),
        ("参观 https://长海岸渡轮线.网址/ 今天", 3 + 23 + 3),
        ("@kari@havlinje.no look https://havlinje.no", 5 + 6 + 23),
        ("post kari@grå.no for tickets", 28),
        ("hi @kari@grå.no", 8),
        ("hi @user@长海岸渡轮线.网址 today", 8 + 6),
        ("@kari@nohost", 12),
        ("greet @kari@grå.no, then go", 11 + 9),
        ("https://havlinje.no/@kari@grå.no", 23),
        ("ferry@kari@grå.no", 17),
        ("@kari says hi", 13),
        ("@kari@grå.no and @ola@havlinje.no", 5 + 5 + 4),
        ("a" * 476 + " http://" + "b" * 30 + ".com/door", 500),
        ("a" * 494 + " @kari@" + "b" * 30 + ".com", 500),
    ],
)
def test_texts_count_as_server_or_client_do_whichever_is_dearer(text: str, length: int) -> None:
    assert MASTODON.length(text) == length


def test_only_addresses_with_their_protocol_become_links() -> None:
    text = "log.py, havlinje.no and https://havlinje.no/door"
    assert MASTODON.links(text) == ("https://havlinje.no/door",)
