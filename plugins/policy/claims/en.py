"""English: how figures, evidence and generalisations sound."""

from __future__ import annotations

from .vocabulary import Vocabulary

_GROUP = (
    "(?:people|customers|users|passengers|travell?ers|readers|companies|businesses|organi[sz]ations|employees|workers"
    "|consumers|adults|children|parents|women|men|students|voters|citizens|residents|americans|norwegians|finns|poles"
    "|europeans|agencies|households|drivers|tourists|visitors|accidents|delays|failures|projects|employers|ferries"
    "|ships|operators|studies|experts|scientists|researchers)"
)
_KIND = (
    "(?:(?:large|small|big|local|public|private|federal|national|foreign|nordic|european|american|norwegian|finnish"
    "|polish|young|older|regular|frequent|adult|working|modern|other|ordinary|government|shipping|ferry) )?"
)
_SHOW = (
    r"(?:has |have |also |consistently |clearly )*(?:show(?:s|ed|n)?|finds?|found|suggest(?:s|ed)?|indicate[sd]?"
    r"|prove[sdn]?|confirm(?:s|ed)?|reveal(?:s|ed)?|demonstrate[sd]?)\b"
)
_SAY = r"(?:say|agree|believe|warn|recommend|predict|estimate|think|argue|have shown|have found|know|tell)\b"
_NEW = "(?:an? |the |some |many |one |several )?(?:recent |new |latest |official )?"
_SOURCE = r"(?:study|studies|research|surveys?|polls?|statistics|experts|scientists|researchers|reports?|estimates)\b"
_MOST = (
    "(?:largest|biggest|oldest|fastest|longest|tallest|busiest|cheapest|safest|greenest|cleanest|richest|smallest"
    "|deepest|highest|lowest|leading|only|first|most (?:popular|visited|used|trusted|expensive|polluted|valuable))"
)
_OPINION = r"(?!\s(?:challenge|problem|issue|question|threat|opportunit|concern))"
_PLACE = (
    "(?:[Ww]orld|[Cc]ountry|[Nn]ation|[Ii]ndustry|[Cc]ontinent|Europe|Scandinavia|Norway|Finland|Poland|Sweden|Denmark"
    "|Germany|Britain|America|Africa|Asia|Iceland|Estonia|France|Spain|Italy)"
)
_NO_DATE = (
    r"(?!(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Q\d)\b)"
)
_OF_A_PLACE = rf"\b{_PLACE}[’']s (?:second[ -]|third[ -])?{_MOST}\b{_OPINION}"
_CLAUSE = r"(?:^|[.!?:;,–—(]\s+|\b(?:and|but|because|while|as|since|although|though|whereas|so) )"

ENGLISH = Vocabulary(
    percent="percent(?:age points?)?|per cent",
    money="dollars|euros?|kroner|cents",
    units="kilomet(?:re|er)s?|met(?:re|er)s?|miles|nautical miles|feet|acres|hectares|kilos|kilograms?|tons|tonnes"
    "|lit(?:re|er)s|gallons|barrels|degrees|knots|pounds|square (?:miles|feet|met(?:re|er)s|kilomet(?:re|er)s)",
    spans="seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries",
    averages=r"averag\w+",
    prices="prices?|fees?|tickets?|fares?|bids?|payouts?|prizes?|rewards?|admission|you",
    scales="thousand|million|billion|trillion",
    times="times (?:more|less|as|fewer|higher|lower|faster|slower|larger|bigger|greater|the)",
    uncounted="characters?|words?|pixels?|bytes?|lines?|steps?|pages?|points?|times|and|or|to",
    limits="up to|as high as|limit(?:ed)?(?: to| of| is)?|capped at|at most|no more than|start(?:s|ing)? (?:at|bid of)"
    "|an? (?:maximum|minimum) of|like a|exceed(?:s|ing)?|those|these",
    or_less="or (?:less|fewer|more|under|over|below|above)|and (?:under|up|over)",
    examples=r"for example|for instance|e\.g\.|say",
    fractions={
        " in ": r"\b(?:one|two|three|four|nine|[1-9]) in(?: every)? (?:two|three|four|five|six|seven|eight|ten|twenty"
        r"|[1-9]\d?) (?!days|weeks|months|years|hours|minutes)[a-z]{3,}",
        " out of ": r"\b(?:one|two|three|four|six|seven|eight|nine|[1-9]|\d\d) out of(?: every)? (?:three|four|five|six"
        r"|seven|eight|ten|twenty|[1-9]\d*) (?!stars)[a-z]{3,}",
        "third": r"\b(?:two[ -]thirds|(?:a|one)[ -]third) of\b",
        "quarter": r"\b(?:three[ -]quarters|(?:a|one)[ -]quarter) of (?:all|the|its|their)\b",
        "half": r"\b(?:more|less|fewer) than half\b(?! an?\b)|\b(?:nearly|almost|over) half of\b|\bhalf of all\b",
        "twice": r"\btwice as (?:many|much|likely|often|fast|high)\b",
        " times ": r"\b(?:two|three|four|five|six|ten|many) times (?:as|more|less|higher|faster|larger|bigger)\b",
        "doubled": r"\b(?:has|have|had|more than|nearly|almost) doubled\b",
        "tripled": r"\b(?:has|have|had|more than|nearly|almost) tripled\b",
    },
    evidence={
        "stud": rf"\bstud(?:y|ies) (?:(?:from|by|of|in) (?:\w+ ){{1,3}})?{_SHOW}",
        "research": rf"(?<!user )\bresearch(?:ers)? {_SHOW}",
        "survey": rf"\bsurveys? {_SHOW}",
        "poll": rf"\bpolls? {_SHOW}",
        "statistics": rf"\bstatistics {_SHOW}",
        "evidence": rf"\bevidence {_SHOW}",
        "data": rf"\bdata {_SHOW}",
        "figures": rf"\bfigures {_SHOW}",
        "scientist": rf"\bscientists {_SAY}",
        "expert": rf"\bexperts {_SAY}",
        "proven": r"\b(?:scientifically|clinically) proven\b",
        "according to": rf"\baccording to {_NEW}{_SOURCE}",
    },
    generalisations={
        "most": rf"{_CLAUSE}(?P<claim>most (?:of the )?{_KIND}{_GROUP})"
        r" (?!can\b|could\b|may\b|might\b|should\b)[a-z’']+",
        "majority": rf"\b(?P<claim>(?:vast |great |large )?majority of (?:the )?(?:[a-z]+ )?{_GROUP})\b",
        "many": r"\b(?P<claim>many (?:studies|experts|scientists|researchers))\b",
        "everyone knows": r"(?:^|[.!?]\s+|\bas )(?P<claim>everyone knows)\b",
        "well known": r"\b(?P<claim>it is well[ -]known) that\b",
    },
    superlatives={
        "the ": rf"(?<!some of )\b[Tt]he (?:second[ -]|third[ -])?{_MOST}{_OPINION} (?:[a-z-]+ ){{0,4}}in (?:the )?"
        rf"(?:[a-z]+ern )?(?:world|country|nation|industry|{_NO_DATE}[A-Z]\w+)",
        "’s ": _OF_A_PLACE,
        "'s ": _OF_A_PLACE,
    },
    own="(?-i:I)|we|ours?|my|mine|me|(?-i:[Uu]s)",
    results=r"cut|cuts|cutting|reduc\w+|sav(?:e[sd]?|ings?)|increas\w+|decreas\w+|grew|grown|growth|shr[iau]nk|rose|fell|dropped"
    r"|improve[sd]?|improvements?|faster|slower|fewer|cheaper|higher|lower",
    supposed=r"imagine|suppose|let us say|let[’']s say|hypothetical\w*|what if|for example, \w+ing",
    conditional="if",
    intended="would|should|goals?|targets?|aim(?:s|ed|ing)? (?:to|at|for)|hop(?:e|es|ed|ing) (?:to|that|for)",
    saying="said|says?|saying|explain(?:s|ed)|wrote|writes?|told|tells?|ask(?:s|ed|ing)?|call(?:s|ed)|not(?:es|ed)"
    "|add(?:s|ed)|puts? it|answer(?:s|ed)?|repl(?:y|ies|ied)|reads?|according to|quot(?:e|es|ed|ing)|describe[sd]?"
    "|known as|thought|remember(?:s|ed)|shared?|argue[sd]?|remark(?:s|ed)|comment(?:s|ed)|stat(?:es?|ed)|warn(?:s|ed)"
    "|recall(?:s|ed)|mention(?:s|ed)|in the words of|recommend(?:s|ed)|reflect(?:s|ed)|words[:,]|mantra|proverb|motto"
    "|tweeted|posted|talk(?:s|ed)|speak(?:s|ing)?|spoke",
    naming=r"for example|examples?|e\.g\.|such as|like|titled|named|called|question|myth",
)
