"""Polish: how figures, evidence and generalisations sound."""

from __future__ import annotations

from .vocabulary import Vocabulary

_GROUP = (
    "(?:klient(?:ów|ek)|pasażer(?:ów|ek)|podróżnych|podróżujących|ludzi|osób|polaków|firm|użytkowników|pracowników"
    "|konsumentów|mieszkańców|dzieci|rodziców|kobiet|mężczyzn|studentów|uczniów|kierowców|turystów|opóźnień|wypadków"
    "|projektów|badań|ekspertów|naukowców|armatorów|promów|statków|norwegów|europejczyków|czytelników)"
)
_SHOW = (
    r"(?:pokazuj[eą]|pokazał[aoy]?|wykazuj[eą]|wykazał[aoy]?|dowodz[ią]|dowiodł[aoy]|potwierdz(?:a|ają|ił[aoy]?)"
    r"|wskazuj[eą]|sugeruj[eą]|mówi|mówią|ujawni(?:a|ają|ł[aoy]?))(?!\w)"
)
_SAY = r"(?:twierdzą|mówią|uważają|zalecają|ostrzegają|szacują|przewidują|są zgodni|przekonują|radzą|udowodnili)(?!\w)"
_SOURCE = (
    r"(?:badań|badania|sondażu|sondaży|statystyk|raportu|raportów|ekspertów|naukowców|specjalistów|badaczy|ankiety"
    r"|szacunków)(?!\w)"
)
_NEW = "(?:(?:najnowszych|najnowszego|nowych|nowego|ostatnich|wielu|niektórych|licznych|oficjalnych) )?"
_IN_A_PLACE = (
    r"(?:na (?:całym )?świecie|na (?:polskim )?rynku|w (?:całym |całej )?(?:kraju|branży|[A-ZŁŚŻ]\w+)|we [A-ZŁŚŻ]\w+"
    r"|na [A-ZŁŚŻ]\w+)"
)
_MOST = (
    r"[Nn]aj(?!lep|gor|waż|pięk|ciekaw|bardziej|częściej|mniej|więcej|trudniej)\w+?"
    "(?:szy|sza|sze|szą|szym|szej|szego|szych|si|ści)"
)
_OPINION = r"(?!\s(?:wyzwa|problem|pyta|zagroż|szans))"
_NO_TIME = (
    r"(?!\s(?:dzień|tydzień|miesiąc|rok|godzin|minut|raz|noc|wieczór|poniedział|wtor|środ|czwart|piąt|sobot|niedziel"
    r"|kurs|rejs))"
)
_ONE_TO_NINE = (
    "(?:jeden|jedna|jedno|dwóch|dwoje|dwie|trzech|troje|trzy|cztery|czterech|pięciu|siedmiu|siedem|ośmiu|osiem"
    "|dziewięciu|dziewięć|[1-9])"
)
_HALF = r"\b(?:ponad|prawie|blisko|niemal|około|niespełna) poło(?:wa|wę|wy)\b"

POLISH = Vocabulary(
    percent=r"procent\w*|proc\.?|punkt(?:ów|y|u)? procentow\w+|pkt\.? proc\.?",
    money=r"złot\w+|zł|gr|grosz\w*|euro|dolar\w*|koron\w*|funt\w*",
    units=r"kilometr\w*|metr\w*|mil(?:e|a)? morsk\w+|mil|kilogram\w*|kilo|ton(?:y|a|ę)?|litr\w*|stopni\w*|węzł\w+"
    r"|hektar\w*",
    spans=r"sekund\w*|minut\w*|godzin\w*|dni|dnia|dzień|tygodni\w*|tydzień|miesi\w+|lat|lata|roku?",
    averages=r"średnio|przeciętnie|średni\w*|przeciętn\w+",
    prices=r"cen[aęyą]|cenie|opłat\w*|bilet\w*|taryf\w*|nagrod\w*|ofert[aęyą]|stawk\w*",
    scales=r"tysiąc|tysiące|tysięcy|tysiąca|tys\.?|milion\w*|mln|miliard\w*|mld|bilion\w*",
    times=r"raz(?:y|a)? (?:więcej|mniej|szybciej|szybsz\w+|większ\w+|mniejsz\w+|wyższ\w+|niższ\w+|częściej|taniej"
    r"|dłuż\w+|tańsz\w+)|-krotn\w+",
    uncounted=r"znak\w*|słow\w*|słów|piksel\w*|stron\w*|linii|linijek|krok\w*|i|lub|albo|punkt\w*|raz\w*",
    limits=r"maksymalnie|najwyżej|co najwyżej|nie więcej niż|limit\w*",
    or_less="lub (?:mniej|więcej|poniżej|powyżej)|albo (?:mniej|więcej)",
    examples=r"na przykład|np\.|powiedzmy",
    fractions={
        " na ": rf"\b{_ONE_TO_NINE} na (?:trzech|czterech|pięciu|pięć|dziesięciu|dziesięć|dwudziestu|stu|sto|[1-9]\d*)"
        r" \w{4,}",
        " z dziesięciu": rf"\b{_ONE_TO_NINE} z dziesięciu \w{{4,}}",
        "co ": r"\bco (?:drugi|druga|drugie|trzeci|trzecia|trzecie|czwart[yae]|piąt[yae]|dziesiąt[yae])"
        rf"{_NO_TIME} \w{{4,}}",
        "trzecie": r"\b(?:dwie|2) trzecie\b",
        "trzecia": r"\b(?:jedna|blisko jedna|ponad jedna) trzecia\b",
        "czwarte": r"\btrzy czwarte\b",
        "połow": rf"{_HALF}|\bpołowa (?:wszystkich )?{_GROUP}",
        " razy ": r"\b(?:dwa|trzy|cztery|pięć|dziesięć|kilka) razy (?:więcej|mniej|szybciej|szybsz|większ|wyższ)",
        "dwukrotnie": r"\bdwukrotnie (?:więcej|mniej|szybciej|częściej|większ\w+|wyższ\w+|wzr\w+)",
        "podwoi": r"\bpodwoi(?:ł|ła|ło|ły|li)\b",
        "potroi": r"\bpotroi(?:ł|ła|ło|ły|li)\b",
    },
    evidence={
        "bada": rf"\bbada(?:nia|nie|cze) (?:\w+ ){{0,2}}?(?:{_SHOW}|{_SAY})|\bz badań (?:\w+ ){{0,2}}wynika\b",
        "według": rf"\bwedług {_NEW}{_SOURCE}",
        "zdaniem": rf"\bzdaniem {_NEW}{_SOURCE}",
        "ekspert": rf"\beksperci {_SAY}",
        "naukow": rf"\bnaukowcy {_SAY}|\bnaukowo (?:udowodni\w+|potwierdz\w+|dowiedzion\w+)",
        "specjali": rf"\bspecjaliści {_SAY}",
        "statystyk": rf"\bstatystyki {_SHOW}",
        "dane": rf"\bdane {_SHOW}",
        "sondaż": rf"\bsondaże? {_SHOW}",
        "ankiet": rf"\bankiet[ay] {_SHOW}|\bz ankiet\w* wynika\b",
        "raport": rf"\braporty? {_SHOW}|\bz raportu wynika\b",
    },
    generalisations={
        "większoś": rf"\b(?P<claim>większoś(?:ć|ci) (?:\w+ )?{_GROUP})\b",
        "wielu": r"\b(?P<claim>wielu (?:ekspertów|naukowców|badaczy|specjalistów))\b",
        "wiele badań": r"\b(?P<claim>wiele badań)\b",
        "wszyscy wiedzą": r"\b(?P<claim>wszyscy wiedzą)\b",
        "powszechnie wiadomo": r"\b(?P<claim>powszechnie wiadomo)\b",
    },
    superlatives={
        "naj": rf"\b(?:drug\w+ )?{_MOST}\b{_OPINION} (?:\w+ ){{0,4}}?{_IN_A_PLACE}",
        "pierwsz": rf"\b[Pp]ierwsz(?:y|a|e|ą|ym|ej) (?:\w+ ){{1,4}}?{_IN_A_PLACE}",
        "jedyn": rf"\b[Jj]edyn(?:y|a|e|ą|ym|ej) (?:\w+ ){{1,4}}?{_IN_A_PLACE}",
    },
    own=r"ja|my|nas|nam|nami|nasz\w*|mój|moja|moje|moim|moją|mojego|mojej|moich|mnie|mną|mi|\w+(?:łem|łam|liśmy|łyśmy)|mam"
    r"|mamy|jestem|jesteśmy|wiemy|robimy|możemy|chcemy|musimy|pływamy|wozimy|\w+ujemy",
    results=r"zmniejsz\w+|obniż\w+|oszczęd\w+|wzrósł|wzrosł\w+|wzrost\w*|spad(?:ł\w*|ek\w*|a|ają)|zwiększ\w+|popraw\w+"
    r"|skróc\w+|szybciej|taniej|szybsz\w+|tańsz\w+|ogranicz\w+|zredukow\w+",
    supposed=r"wyobraź\w*|załóżmy|powiedzmy|przypuśćmy|a co jeśli|co gdyby",
    conditional="jeśli|jeżeli|gdyby",
    intended=r"powin\w+|celem|celu|zamierza\w*|nadziej\w+|byłob\w+|chciał\w*",
    saying=r"mówi\w*|powiedzia\w+|twierdzi\w*|pisze|pisał\w*|napisa\w+|pyta\w*|odpowiad\w+|odpowiedzia\w+|odpar\w+"
    r"|wyjaśni\w*|dodaje|dodał\w*|zdaniem|według|cytat\w*|cytuj\w+|opowiada\w*|wspomina\w*|podkreśl\w+|zauważ\w+"
    r"|przysłowi\w+|brzmi\w*|głosi\w*|komentuj\w+|opisuj\w+|słowami|motto",
    naming=r"na przykład|np\.|jak|tytuł|tytułem|pod nazwą|zwany|pytanie|mit",
)
