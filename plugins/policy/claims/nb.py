"""Norwegian, bokmål and nynorsk together: how figures, evidence and generalisations sound."""

from __future__ import annotations

from .vocabulary import Vocabulary

_GROUP = (
    "(?:kunde(?:r|ne|ane)|kundar|passasjer(?:er|ene|ar|ane)|reisende|reisande|nordmenn|norske|menneske(?:r|ne|t)?|folk"
    "|bedrift(?:er|ene)|verksemder|selskap(?:er|ene|a)?|rederi(?:er|ene|a)?|ansatte|tilsette|foreldre|bruker(?:e|ne)"
    "|brukar(?:ar|ane)|forbruker(?:e|ne)|innbygger(?:e|ne)|innbyggjar(?:ar|ane)|kvinner|menn|barn|elever|studenter"
    "|turister|bilister|forsinkelser|ulykker|prosjekt(?:er|ene)?|studier|eksperter|forskere|fer[gj]er|skip)"
)
_SHOW = r"(?:har vist|viser|viste|syner|tyder på|slår fast|bekrefter|avdekker|konkluderer|pei?k[ae]r på|tilsier)\b"
_SAY = r"(?:sier|seier|mei?ner|anbefaler|advarer|hevd[ae]r|tror|trur|anslår|er (?:enige|samde)|har vist)\b"
_NEW = "(?:en |ein? |eit |et |flere |fleire |mange )?(?:nye? |nytt |ferske? |norske? )?"
_SOURCE = (
    r"(?:studie\w*|undersøkelse\w*|undersøking\w*|rapport\w*|forskning\w*|forsking\w*|måling\w*|statistikk\w*|tall?)\b"
)
_MOST = (
    "(?:største|eldste|lengste|raskeste|raskaste|første|fyrste|eneste|einaste|billigste|billegaste|tryggest?e|tryggaste"
    "|sikreste|reneste|reinaste|grønneste|grønaste|ledende|leiande|minste|høyeste|høgaste|dypeste|djupaste|travleste"
    "|travlaste|mest (?:brukte|besøkte|populære|solgte|trafikkerte))"
)
_OPINION = r"(?!\s(?:utfordring|problem|spørsmål|trussel|mulighet))"
_PLACE = (
    "(?:[Vv]erdens|[Vv]erdas|[Ll]andets|[Bb]ransjens|[Nn]ordens|[Nn]orges|[Nn]oregs|[Ee]uropas|[Ss]kandinavias"
    "|Vestlandets|Nord-Norges|Sveriges|Danmarks|Finlands|Polens|Tysklands|Islands)"
)
_IN_A_PLACE = r"i (?:hele |heile )?(?:verden|verda|landet|bransjen|[A-ZÆØÅ]\w+)"

NORWEGIAN = Vocabulary(
    percent=r"prosent(?:poeng|enheter)?|pst\.?",
    money=r"kroner|kr\.?|øre|euro|dollar|pund",
    units="kilometer|meter|mil|kilo|tonn|liter|grader|knop|nautiske mil|sjømil|hektar|fat|kvadratmeter|kubikkmeter",
    spans="sekund(?:er)?|minutt(?:er)?|time(?:r)?|timar|døgn|dager|dagar|uker|veker|måneder|månader|år|tiår",
    averages=r"i (?:gjennom)?snitt|gjennomsnittle?i?g\w*|snittet",
    prices=r"pris(?:en|er|ane|ene)?|avgift\w*|billett\w*|gebyr\w*|takst\w*|bud(?:et)?|premie\w*|belønning\w*",
    scales=r"tusen|million(?:er|ar)?|milliard(?:er|ar)?|mill\.?|mrd\.?",
    times="(?:ganger|gonger) (?:så|mer|meir|flere|fleire|større|raskere|raskare|høyere|høgare|færre|mindre)",
    uncounted="tegn|teikn|ord|piksler|sider|linjer|trinn|steg|og|eller|poeng|ganger|gonger|til",
    limits="inntil|opptil|opp til|maks(?:imalt)?|høyst|høgst|grensen? (?:på|er)|grensa (?:på|er)",
    or_less="eller (?:mindre|færre|mer|meir|flere|under|over|lavere)|og (?:oppover|nedover)",
    examples=r"for eksempel|f\. ?eks\.?|til dømes|t\.d\.|la oss si",
    fractions={
        " av ": r"\b(?:én|ein|en|to|tre|fire|seks|sju|syv|åtte|ni|[1-9]) av (?:tre|fire|fem|ti|tjue|hundre|[1-9]\d?)"
        " [a-zæøå]{3,}",
        "tredel": r"\b(?:en|én|ein|to) tredel(?:er|ar)? av\b",
        "fjerdedel": r"\b(?:en|én|tre) fjerdedel(?:er)? av\b",
        "firedel": r"\b(?:ein|tre) firedel(?:ar)? av\b",
        "halvparten": r"\b(?:over|nesten|mei?r enn|under|mindre enn|knapt|nær) halvparten\b|\bhalvparten av\b",
        "dobbelt så": r"\bdobbelt så (?:mange|mye|mykje|stor|store|ofte|raskt|høy|høye|høg)\b",
        " ganger ": r"\b(?:to|tre|fire|fem|seks|ti) ganger (?:så|mer|flere|større|raskere|høyere)\b",
        " gonger ": r"\b(?:to|tre|fire|fem|seks|ti) gonger (?:så|meir|fleire|større|raskare|høgare)\b",
        "doblet": r"\b(?:har|er|nesten|mer enn|ble) (?:\w+ )?(?:for|tre|fire)?doblet\b",
        "dobla": r"\b(?:har|er|nesten|meir enn|vart) (?:\w+ )?(?:tre|fire)?dobla\b",
    },
    evidence={
        "forskning": rf"\bforskning(?:en|a)? {_SHOW}",
        "forsking": rf"\bforsking(?:a)? {_SHOW}",
        "forskere": rf"\bforskere {_SAY}",
        "forskar": rf"\bforskarar {_SAY}",
        "studie": rf"\bstudie(?:n|r|ne|ar)? (?:fr[aå] \w+ )?{_SHOW}",
        "undersøk": rf"\bundersøk(?:else|ing)\w* (?:(?:fr[aå]|blant) \w+ )?{_SHOW}",
        "statistikk": rf"\bstatistikk(?:en|ar)? {_SHOW}",
        "tall": rf"\b(?:(?:nye|ferske|offisielle) )?tall(?:ene)? (?:fra \w+ )?{_SHOW}",
        "tala": rf"\btala (?:frå \w+ )?{_SHOW}",
        "ekspert": rf"\bekspert(?:er|ar) {_SAY}",
        "fagfolk": rf"\bfagfolk {_SAY}",
        "bevist": r"\b(?:vitenskapelig|klinisk) bevist\b",
        "ifølg": rf"\bifølgj?e {_NEW}(?:{_SOURCE}|eksperter\b|ekspertar\b|forskere\b|forskarar\b|fagfolk\b)",
        "viser ": rf"\bviser {_NEW}{_SOURCE}",
    },
    generalisations={
        "fleste": rf"\b(?P<claim>(?:de|dei) (?:aller )?fleste (?:(?!som\b|av\b)\w+ )?{_GROUP})"
        r" (?!kan\b|kunne\b|bør\b|skal\b)\w",
        "flertall": rf"\b(?P<claim>flertall(?:et)? av (?:\w+ )?{_GROUP})\b",
        "fleirtal": rf"\b(?P<claim>fleirtal(?:et)? av (?:\w+ )?{_GROUP})\b",
        "folk flest": r"(?:^|[.!?:;,]\s+|\b(?:at|og|men|fordi|for) )(?P<claim>folk flest)\b",
        "mange": r"\b(?P<claim>mange (?:studi[ea]r|ekspert[ea]r|forskere|forskarar|undersøkelser|undersøkingar))\b",
        "alle vet": r"\b(?P<claim>alle vet) at\b",
        "velkjent": r"\b(?P<claim>det er velkjent) at\b",
    },
    superlatives={
        "s ": rf"\b{_PLACE} (?:nest |tredje )?{_MOST}\b{_OPINION}",
        " i ": rf"\b(?:[Dd]en|[Dd]et|[Dd]ei?) (?:nest |aller )?{_MOST}{_OPINION} (?:\w+ ){{0,4}}{_IN_A_PLACE}",
        "st i ": rf"\b(?:er|var|blir) (?:størst|eldst|lengst|raskest|billigst|tryggest|først) {_IN_A_PLACE}",
    },
    own=r"jeg|vi|vår|vårt|våre|(?<!\d )(?<!\d)min|mitt|mine|oss|meg|eg|me",
    results=r"kutt\w*|reduser\w*|redusert\w*|spar(?:t|te|er|e)|øk(?:t|te|er|e|ning\w*)|auk\w*|voks(?:t|te|er)|veks(?:t|er)"
    r"|falt|fall|sank|senk\w+|forbedr\w*|betr\w*|raskere|raskare|lavere|lågare|høyere|høgare|færre|billigere|billegare",
    supposed="tenk deg|la oss (?:si|anta)|sett at|hva hvis|kva viss|kva om",
    conditional="hvis|viss|dersom",
    intended=r"bør|burde|skulle|ville|mål(?:et|a|ene)?|målsett?ing\w*|håp(?:er|et|ar|a)",
    saying=r"sier|sa|seier|fort[ae]l\w*|skriver|skrev|skriv|mei?n(?:er|te)|forklar\w*|spør|spurte|svar(?:er|te|ar|a)|ifølgj?e"
    r"|kall(?:er|te|ar)|sitat\w*|siter\w*|lød|lyder|lyd|står det|hei?ter det|uttal\w*|understrek\w*|påpek\w*|ordtak\w*"
    r"|legger|la|minnes|husker|oppsummer\w*|beskriv\w*|konstater\w*|ord:",
    naming=r"for eksempel|f\. ?eks\.?|til dømes|som|kalt|kalla|tittelen|spørsmålet|myten?",
)
