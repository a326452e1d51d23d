"""Finnish: how figures, evidence and generalisations sound."""

from __future__ import annotations

from .vocabulary import Vocabulary

_GROUP = (
    "(?:asiakkaat|matkustajat|suomalaiset|ihmiset|yritykset|käyttäjät|työntekijät|kuluttajat|lukijat|asukkaat|lapset"
    "|vanhemmat|naiset|miehet|opiskelijat|autoilijat|turistit|viivästykset|onnettomuudet|hankkeet|tutkimukset"
    "|asiantuntijat|tutkijat|varustamot|laivat|lautat|norjalaiset|eurooppalaiset)"
)
_OF_GROUP = (
    "(?:asiakkaista|matkustajista|suomalaisista|ihmisistä|yrityksistä|käyttäjistä|työntekijöistä|kuluttajista|lukijoista"
    "|asukkaista|lapsista|vanhemmista|naisista|miehistä|opiskelijoista|autoilijoista|turisteista|viivästyksistä"
    "|onnettomuuksista|hankkeista|tutkimuksista|asiantuntijoista|varustamoista|laivoista|lautoista|norjalaisista"
    "|väestöstä)"
)
_SHOW = (
    r"(?:osoitta\w+|osoitti\w*|kerto\w+|paljasta\w+|todista\w+|viittaa\w*|vahvista\w+|näyttä\w+|ovat osoittaneet"
    r"|on osoittanut)\b"
)
_SAY = (
    r"(?:sano\w+|arvioi\w*|suosittel\w+|varoitta\w+|usko\w+|väittä\w+|ovat (?:yksimielisiä|samaa mieltä|osoittaneet))\b"
)
_PLACE = (
    "(?:[Mm]aailman|[Mm]aan|[Aa]lan|[Ss]uomen|[Nn]orjan|[Rr]uotsin|[Pp]uolan|[Vv]iron|[Ee]uroopan|[Pp]ohjoismaiden"
    "|[Ii]tämeren|[Ss]kandinavian|Saksan|Tanskan|Islannin|Lapin|Saaristomeren)"
)
_MOST = (
    r"(?:(?:suuri|vanhi|nopei|pisi|halvi|turvallisi|puhtai|pieni|korkei|syvi|vilkkai|vihrei|käytetyi|suosituim?)"
    r"(?:n|m\w+|pia)|ensimmäi\w+|ainoa\w*|johtava\w*)"
)
_OPINION = r"(?!\s(?:haast|ongelm|kysymy|uhka|uhk|mahdollisuu))"
_NO_TIME = (
    r"(?!\s(?:viikko|päivä|vuosi|kuukausi|tunti|minuutti|kerta|ilta|aamu|kesä|talvi|yö|maanantai|tiistai|lauantai"
    r"|sunnuntai|vuoro|lähtö))"
)
_ONE_TO_NINE = "(?:yksi|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|[1-9])"

FINNISH = Vocabulary(
    percent=r"prosent\w+|%:\w+",
    money="euro(?:a|n|lla|in|ja|illa)?|sentti?ä?|kruunua|dollaria|puntaa",
    units=r"kilometri\w*|metri\w*|mailia?|meripeninkulma\w*|kilo(?:a|n)?|kilogramma\w*|tonni\w*|litra\w*|asteen|astetta"
    r"|solmua|solmun|hehtaari\w*|neliö\w*|kuutio\w*|kilowattitunti\w*|megawatti\w*",
    spans=r"sekun\w+|minuut\w+|tunti\w*|tunnin|päivä\w*|viikko\w*|viikon|kuukau\w+|vuosi\w*|vuotta|vuoden|vuorokau\w+",
    averages=r"keskimäärin|keskimääräi\w+|keskiarvo\w*",
    prices=r"hinta\w*|hinna\w*|maksu(?:n|t|ja)?|lippu\w*|lipun|lipu\w*|palkinto\w*|palkkio\w*|tarjous\w*",
    scales=r"tuhat(?:ta)?|tuhannen|miljoona\w*|miljardi\w*|milj\.?|mrd\.?",
    times=r"kertaa (?:enemmän|vähemmän|nopeam\w+|suurem\w+|korkeam\w+|niin)|-?kertai\w+",
    uncounted=r"merkki\w*|merkin|sana\w*|pikseli\w*|sivu\w*|rivi\w*|askel\w*|ja|tai|kertaa|pistettä",
    limits="enintään|korkeintaan|vähintään|rajana|raja on",
    or_less="tai (?:vähemmän|enemmän|alle|yli)",
    examples=r"esimerkiksi|esim\.|sanotaan",
    fractions={
        "kolmesta": rf"\b{_ONE_TO_NINE} kolmesta\b",
        "neljästä": rf"\b{_ONE_TO_NINE} neljästä\b",
        "viidestä": rf"\b{_ONE_TO_NINE} viidestä\b",
        "kymmenestä": rf"\b{_ONE_TO_NINE} kymmenestä\b",
        "joka ": rf"\bjoka (?:toinen|kolmas|neljäs|viides|kuudes|kymmenes|sadas){_NO_TIME} \w{{4,}}",
        "kolmasosa": r"\b(?:kaksi )?kolmasosaa?\b",
        "kolmannes": r"\b(?:kaksi )?kolmannes(?:ta)?\b",
        "neljännes": r"\b(?:kolme )?neljännes(?:tä)?\b",
        "neljäsosa": r"\b(?:kolme )?neljäsosaa?\b",
        "puolet": r"\b(?:yli|lähes|melkein|noin|vajaa|alle) puolet\b|\bpuolet kaikista\b",
        " kertaa ": r"\b(?:kaksi|kolme|neljä|viisi|kymmenen) kertaa (?:enemmän|vähemmän|nopeam|suurem|niin)",
        "kertaistu": r"\b(?:kaksin|kolmin|nelin)kertaistu\w+",
    },
    evidence={
        "tutkimu": rf"\btutkimu(?:s|kset) {_SHOW}|\btutkimu(?:sten|ksen) mukaan\b",
        "tutkij": rf"\btutkijat {_SAY}|\btutkijoiden mukaan\b",
        "tilasto": rf"\btilastot? {_SHOW}|\btilasto(?:jen|n) mukaan\b",
        "asiantuntij": rf"\basiantuntijat {_SAY}|\basiantuntijoiden mukaan\b",
        "luvut": rf"\bluvut {_SHOW}",
        "kysely": rf"\bkyselyt? {_SHOW}|\bkysely(?:n|jen) mukaan\b",
        "selvity": rf"\bselvity(?:s|kset) {_SHOW}|\bselvity(?:ksen|sten) mukaan\b",
        "raporti": r"\braport(?:in|tien) mukaan\b",
        "todistettu": r"\b(?:tieteellisesti|kliinisesti) todistettu\b",
    },
    generalisations={
        "useimmat": rf"\b(?P<claim>useimmat (?:\w+ )?{_GROUP})(?! voivat\b| voisivat\b) ",
        "suurin osa": rf"\b(?P<claim>suurin osa (?:\w+ )?{_OF_GROUP})\b",
        "valtaosa": rf"\b(?P<claim>valtaosa (?:\w+ )?{_OF_GROUP})\b",
        "enemmistö": rf"\b(?P<claim>enemmistö (?:\w+ )?{_OF_GROUP})\b",
        "monet": r"\b(?P<claim>monet (?:tutkimukset|asiantuntijat|tutkijat))\b",
        "kaikki tietävät": r"\b(?P<claim>kaikki tietävät)\b",
        "yleisesti tiede": r"\b(?P<claim>yleisesti tiedetään)\b",
    },
    superlatives={"n ": rf"\b{_PLACE} (?:toiseksi |kolmanneksi )?{_MOST}\b{_OPINION}"},
    own=r"minä|minu[nal]\w*|minusta|me|meidän|meitä|mei[ls]\w+|\w+mme|olen|olin|odotin|ajoin|kävin|sain|menin|tein|luulin"
    "|ajattelin|maksoin|matkustin|istuin|laskin|mittasin|ostin|kuulin|luin",
    results=r"vähen\w+|kasv(?:oi\w*|aa|anut|aneet|ua|u)|nous(?:i\w*|ee|sut|seet)|laski(?:vat)?|laskenut|säästä\w+|säästi\w*"
    r"|säästö\w*|lisään\w+|lisäsi\w*|paran\w+|nopeut\w+|nopeam\w+|halvem\w+|pienen\w+|pienem\w+|puolit\w+|leikka\w+",
    supposed=r"kuvittel\w+|kuvitel\w+|oletetaan|entä jos|mitä jos|sanotaan vaikka",
    conditional="jos",
    intended=r"pitäisi|tulisi|olisi|tavoit\w+|toivo\w+",
    saying=r"sano\w*|kerto\w*|kirjoit\w*|kysy\w*|vasta(?:a|si|avat|sivat)|mukaan|selit\w+|tote[as]\w+|totea\w*|muistel\w+"
    r"|arvioi\w*|huomaut\w+|lisää|lisäsi|tiivist\w+|kuvail\w+|kuvaa|kuvasi|lukee|luki|sanan\w+|sitaat\w+|lainaa|korosta\w+"
    r"|vahvist\w+",
    naming=r"esimerkiksi|esim\.|kuten|nimeltä|nimi|otsikko|otsikolla|kysymys|kysymykseen|myytti|väite",
)
