"""What kind of thing is asked, from the words around the names. Names stand in as xfilm, xsong, xartist and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping

from bot.language.numbers import NUMBER, ORDINAL, number, ordinal
from bot.language.question import Aspect, Intent

_PLACE_WORD = r"(?:number|no|nr|rank|ranked|ranking|place|position|spot|slot|#)"
_RANKED = r"(?:rank\w*|list(?! of the)|countdown|article|chart|top \d+|top six|place|position|spot|leaderboard)"
_NAME = r"x(?:film|song|artist|montage|character|person)"


def _pattern(*parts: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{part})" for part in parts))


_WHO = r"(?:who(?: else)?|whose|by whom|(?:which|what) (?:artist|band|singer|group|musician|composer|performer|act|duo|rapper|vocalist|person|people|guy|man|woman|girl))"
PERFORMER = _pattern(
    rf"\b{_WHO}\b.*\b(?:sing|sings|sang|sung|singing|perform\w*|record\w*|compos\w*|wrote|written|writes|scored?|behind the (?:song|music|instrumental|track|score)|vocals?|playing (?:it|this|that)|"
    r"plays (?:it|this|that|the (?:song|music|track))|made (?:the |that |this )?(?:song|music|track|score)|did (?:the |that |this )?(?:xsong|song|music|track|score|soundtrack|tune|version|cover))",
    rf"\b{_WHO} (?:is|was|are|does|did|do|did the|made|makes|has|had|plays|play|that does|is that|is it|performs?) (?:the |that |this |a )?xsong",
    rf"\b{_WHO} (?:is|was|are) (?:the |actually |really )*(?:\w+ )?(?:singer|artist|band|group|composer|performer|vocalist|musician|singing|performing|behind)\b",
    r"\b(?:singer|artist|band|performer|composer|vocalist|vocals|musician) (?:of|for|in|on|behind|is it|name)\b",
    r"\b(?:sung|performed|recorded|composed|written|covered|played|song|music|track|tune|score|version) (?:by|from) (?:who|whom|which|what)\b",
    r"\bwho by\b",
    r"\bby (?:whom|who|which (?:artist|band|singer|composer))\b",
    r"^(?:and )?(?:the )?(?:singer|artist|band|composer|performer)s?$",
    r"\bwhose (?:song|voice|music|version|track|cover)\b",
    r"\b(?:which|what) (?:artist|band|singer|group|composer|act|duo|rapper)\b",
)
DIRECTOR = _pattern(
    r"\bdirect(?:s|ed|or|ors|ing|ion)?\b", r"\bbehind the camera\b", r"\bfilm ?makers?\b", r"\bwho (?:made|makes|shot|helmed) (?:the )?(?:xfilm|film|movie|it)\b", r"\bhelm(?:ed|s)\b",
)  # fmt: skip
YEAR = _pattern(
    r"\b(?:what|which|in what|in which) (?:year|years|date|yr)\b", r"\bwhen (?:was|is|did|were|does|do|in)\b.*", r"^when xfilm\b", r"\byear (?:of|did|was|is|it|for|that)\b",
    r"\bhow old is (?:the )?(?:xfilm|xsong|film|movie|song|it|that)\b", r"\b(?:release|released) (?:date|year|when)\b", r"\b(?:the|its|and|both) year\b", r"^(?:and )?(?:year|when)\b",
    r"\b(?:come|came|comes|coming) out\b", r"\byear\b.*\b(?:released|made|out|appear\w*|cinemas?|from)\b", r"\bxfilm (?:year|release)\b", r"\brelease(?:d)? year\b", r"\byear xfilm\b",
)  # fmt: skip
SONG = _pattern(
    r"\b(?:song|songs|music|track|tracks|tune|tunes|soundtrack|score|theme|anthem|number|aria|melody|banger|jam|cue|instrumental|record|ballad|piece)\b", r"\bwhat (?:is |was |are )?(?:plays|playing|played|on|sung)\b",
    r"\b(?:plays|playing|hear|heard|listening|set to)\b", r"\bsing(?:s|ing)?\b",
)  # fmt: skip
FILM = _pattern(
    r"\b(?:what|which|wat|name the|name of the|what is the|find the|find me the|title of the|tell me the|know the|recall the|remember the)\b(?: \w+){0,3}? (?:film|films|movie|movies|motion|cartoon|picture|montage|montages|scene|flick|title|series|musical|anime|sequence)\b",
    r"\b(?:film|movie|cartoon|scene|montage|one|flick) (?:where|with|w|in which|when|that|were|about|is it|is that|was it|was that|which|called|title|has|had|starring)\b",
    r"\bfrom (?:what|which|where)\b", r"\bwhere (?:is|was|does|do|did|have i) .*(?:from|come|heard?|play\w*|appear\w*)\b", r"\bwhat is it from\b", r"\bcame from\b", r"\bwhich (?:one|1|was it|is it|bit)\b",
    r"\b(?:film|movie)s?$", r"^(?:film|movie|films|movies|cartoon|scene)\b", r"\b(?:is|was) (?:it|this|that) (?:in|from)\b",
)  # fmt: skip
DESCRIBE = _pattern(
    r"\b(?:describe|description|explain|summar\w+|recap|outline|synopsis|depict\w*|narrate)\b", r"\bwhat (?:all |exactly |else |actually )*(?:happens?|happened|is happening|goes on|went on|going on|takes place|occurs|do we see|is shown|is seen|can we see|you see|is (?:it|the montage|that|the scene) about|gets up|does \w+ do|do they do|unfolds)\b",
    r"\btell (?:me|us) (?:more |a bit |something |everything |all )*(?:about|of|what)\b", r"\b(?:walk|talk|take|run) (?:me|us) through\b", r"\bremind (?:me|us) (?:of |about )*(?:what|everything|how)\b", r"\bwhat is (?:the )?(?:xmontage|xfilm montage|montage|xfilm scene) (?:like|about)\b", r"\bwhats? in (?:the )?\w* ?(?:montage|scene)\b",
    r"\bhow does .* (?:start|end|go|unfold|look)\b", r"\b(?:gets|get|got) up to\b", r"\binfo (?:on|about)\b", r"\bmore about\b", r"\bdetails\b", r"\bsee (?:while|when|during|as|in)\b", r"\bwhat (?:is|are) .*\bdoing\b", r"\bwhat do(?:es)? .*\b(?:do|show|see|depict)\b",
)  # fmt: skip
CHARACTERS = _pattern(
    r"\b(?:which|what|who (?:is|are)(?: the)?(?: \w+)?) characters?\b",
    r"\bmain characters?\b",
    r"\bwho (?:is|are) (?:in|all in|the (?:main|two|people|characters?|guy|man|woman|person))\b",
    r"\bwho (?:trains?|dances?|works? out|appears?|features?|teaches|runs?|fights?)\b",
)
COMPARE = _pattern(
    r"\b(?:compare[ds]?|comparing|comparison|contrast\w*|versus|vs|differ\w*|diff|diffs|side by side|similar\w*|distinguish|in common)\b", r"\bxfilm v xfilm\b", r"\bnext to\b", r"\b(?:same|both|each of)\b", r"\b(?:older|newer|oldest|newest|earlier|earliest|later|latest|first|higher|highest|lower|better) .*\bor\b",
    r"\bor\b.*\b(?:older|newer|earlier|later|first|higher|lower|ranks?|ranked|better)\b", r"\b(?:older|newer|earlier|later|higher|lower) than\b", r"\bor\b.*\bwhich\b", r"\bwhich\b.*\bxfilm or (?:the )?xfilm\b", r"\b(?:before|after) (?:the )?x(?:film|song)\b", r"\b(?:outranks?|beats?|above|ahead of|below)\b",
)  # fmt: skip
EARLIER = _pattern(
    r"\b(?:older|oldest|earlier|earliest|came first|come first|first|released first|out first|made first|before|predates?)\b"
)
LATER = _pattern(r"\b(?:newer|newest|younger|later|latest|more recent|recent|came last|came second|after)\b")
HIGHER = _pattern(
    r"\b(?:higher|highest|lower|outranks?|beats?|ranks?|ranked|ranking|better|above|ahead|below)\b",
    r"\bon the list\b",
    r"\bplaced\b",
)
SAME = _pattern(
    r"\b(?:one|1|a single) (?:\w+ )?(?:guy|man|person|director|woman)\b.*\bdirect\w*",
    r"\bsame (?:director|person|man|guy|film ?maker|people)\b",
    r"\bboth direct\w*\b",
    r"\bdirected? by the same\b",
    r"\bshare (?:a|the same) director\b",
    r"\bdirect\w* both\b",
)
SAME_SONG = _pattern(
    r"\b(?:same|share a|share the same) (?:song|track|music|tune|piece)\b",
    r"\bboth (?:use|have|play|feature)\b",
    r"\bdiff(?:erent)? songs?\b",
)
COUNT = _pattern(
    r"\bhow many (?:\w+ ){0,4}?(?:montages?|films?|movies?|songs?|scenes?|of (?:them|those|these)|ones|entries|lists?)\b",
    r"\b(?:number|count) of (?:\w+ )?montages\b",
    r"^count\b",
)
LIST = _pattern(
    r"\b(?:list|lists|ranking|rankings|countdown)\b", rf"\btop {NUMBER}\b", r"\b(?:montages|films|movies|songs|sequences|scenes|entries)\b", r"\ball (?:the|of|your|teh)\b", r"\bany .*\bmontage\b", r"\bevery\b", r"\b(?:collection|catalogue|database)\b",
    r"\b(?:some|any|recommend|suggest)\b",
)  # fmt: skip
PLURAL = _pattern(
    r"\b(?:montages|entries|sequences)\b", r"\bones\b(?=$| (?:from|with|by|in|of|directed|set|please|do|have|you))", r"\b(?:which|what|list|all|any|some|every|other|show me|name|give me|how many|list of|your|more) (?:\w+ ){0,4}(?:films|movies|songs|scenes)\b", r"^(?:films|movies|songs|scenes)\b",
    r"\b(?:any|every|each) (?:\w+ ){0,3}montage\b", r"\ball (?:the |of |your )?(?:xartist|xfranchise|xperson|xfilm)\b", r"\banything\b", r"\beverything\b", r"\bany x\w+ (?:songs?|montages?|films?|movies?|music)\b", r"\bx(?:artist|franchise|person) (?:films|movies|songs|scenes|list|stuff)\b", r"\bxfilm (?:films|movies|series|franchise|saga)\b", r"\b(?:series|franchise|saga)\b",
)  # fmt: skip
SERIES = _pattern(r"\b(?:series|saga|franchise|trilogy|films|movies)\b")
FULL_RANKING = _pattern(
    r"\b(?:full|whole|entire|complete|ranked|that|the|your|official|default|post|show|give|see|what is the|all of the|six) (?:\w+ ){0,2}(?:list|ranking|countdown|rankings|top (?:6|six))\b(?!.*\bx(?:film|song|artist|person|franchise|montage)\b)",
    r"^(?:list|ranking|the list|ranked list|top list|rankings|countdown)$", r"\bmost insane training montages\b", r"\bbest montages\b", r"\branked list\b", r"\b(?:article|list) (?:ranking|order)\b", r"\ball (?:six|6)\b",
)  # fmt: skip
RANDOM = _pattern(
    r"^(?:a )?random\b",
    r"\brandom (?:montage|one|scene|pick|film)\b",
    r"\bsurprise me\b",
    r"\bpick (?:one|a montage|any|something|me)\b",
    r"\bany montage (?:you like|will do)\b",
    r"\bfeeling lucky\b",
    r"\broll the dice\b",
    r"\bdealer s choice\b",
)
HELP = _pattern(
    r"^help(?: me)?(?: please)?$",
    r"\bwhat (?:can|could) (?:you|i|we) (?:do|ask|help)\b",
    r"\bhow (?:do|does|can) (?:you|this|i|we) (?:work|use|use you|use this|ask)\b",
    r"^(?:what|who) are you$",
    r"^commands?$",
    r"\bwhat (?:do|are) you (?:do|for|about)\b$",
    r"\blist (?:your )?commands\b",
    r"^about$",
    r"\bshow help\b",
    r"\bwhat is this bot\b",
)
CHECK = _pattern(
    r"^(?:so |and |but |wait |ok |okay |hey |yo |hi |um |uh |quick question |please |also |then )*(?:is|are|was|were|does|did|do|has|have|had|isn t|can you confirm|could you confirm|would i be right|am i right|can it be)\b(?! (?:you |there any|there a list|it possible|anyone|you know))",
    r"\b(?:is|was) it (?:true|right|correct|really|not)\b", r"\bis that (?:true|right|correct|so|really)\b", r"\bam i right\b", r"\bi(?: am| m) right\b", r"\b(?:right|correct|true|yes|yeah|no|nope|yea|innit|ja|si|oder|verdad|vero|aye|eh)\s*$",
    r"\byes or no\b", r"\b(?:can|could|would|please|may) (?:you |someone |anyone |u )?(?:please |kindly )?(?:confirm|settle|verify|check)\b", r"\btrue or false\b", r"\b(?:i|we) (?:believe|was told|were told|heard|thought|am sure|was sure|could swear|would swear|think|am convinced|was fairly sure|am fairly sure|was certain|am certain|reckon|bet|swear)\b.*",
    r"\b(?:claims?|insists?|says|swears|reckons|told (?:me|us)|thinks|maintains|argues|believes|keeps (?:saying|telling))\b(?: (?:that|it|me that|us that))?\b", r"\bis (?:he|she|that|this|it|the quizmaster|my \w+) (?:right|correct|wrong|true)\b", r"\b(?:was|were|is|are) (?:he|she|they|the quizmaster|my \w+|i|we) (?:right|correct|wrong)\b",
    r"\b(?:is|was) it (?:sung|performed|by|from|set|in|the|really|a|an|by)\b", r"\bis it not\b", r"\bdoes it not\b", r"\bdid (?:he|she|it|they) not\b", r"\bdid it not\b", r"\bwas it not\b", r"\bconfirm\b", r"\bor (?:not|nah|no|what|am i)\b\s*$", r"\bsettle (?:a|this|our|the) (?:bet|argument|dispute|debate)\b", r"\bwould it be (?:right|correct|fair)\b", r"\bnot (?:he|she|it)\s*$", r"\bright or wrong\b",
)  # fmt: skip
RANK_CONTEXT = _pattern(
    rf"\b{_RANKED}\b",
    r"\bplaced\b",
    r"\bxlist\b",
    r"\b(?:six|6) montages\b",
    rf"\b{_PLACE_WORD} ?{NUMBER}\b",
    r"\binsane\b",
)
_OPENING_WORDS = re.compile(
    r"(?:so |and |but |ok |hey |yo |hi |please |then |also |btw )*(?:what|which|who|whom|whose|where|when|how|name|list|show|give)\b"
)
_CLOSED_START = re.compile(
    r"(?:so |and |but |ok |hey |yo |hi |please )*(?:is|are|was|were|does|did|do|has|have|am i|can you confirm|could you confirm)\b(?! you)"
)
_CONFIRMING = re.compile(r"\b(?:confirm|true|right|correct|wrong|verify|yes or no|bet|mistaken)\b")
#: Words that show a question to be about a film at all.
FILM_WORDS = _pattern(
    r"\b(?:film|films|movie|movies|cartoon|montage|scene|song|music|track|tune|soundtrack|sequence|bit|part|flick|anime|musical|the one|the 1|one where|one with|that one)\b",
    r"(?<!^)\bwhen\b",
)
#: Words by which a question asks for something rather than claims it.
ASKS = _pattern(
    r"\b(?:what|which|who|whose|whom|where|when|how|tell|describe|list|show|name|song|songs|rank|compare|and)\b"
)
#: A question that does not ask after a film, by how it opens.
ASKS_OTHERWISE = re.compile(
    r"^(?:hi |hey |yo |please |so |ok |and |but )*(?:can|could|would|will|should|how|what|which|who|where|when|why|is|are|do|does|did|am|tell me|give me|show me|write|make|draft|my|our)\b"
)
_WH = re.compile(r"\b(?:what|which|who|whom|whose|how)\b")
OFF_LIMITS = _pattern(
    r"\bbox ?office\b", r"\bgross(?:ed|es|ing)?\b", r"\bearn(?:ed|s|ings)?\b", r"\bbudget\b", r"\b(?:how much (?:money|did|does|was))\b", r"\b(?:netflix|disney plus|amazon prime|hulu|hbo|youtube|torrent|download)\b", r"\bstream(?:ing|s|ed)?\b", r"\bwhere (?:can|could|do) (?:i|we|you) (?:watch|see|buy|rent|find|stream)\b",
    r"\b(?:imdb|rotten tomatoes|metacritic|audience|critic) (?:rating|score)s?\b", r"\brating of\b", r"\bhow (?:old|tall|rich) (?:is|was|are)\b(?! (?:the )?(?:xfilm|xsong|film|movie|song|it))", r"\boscars?|academy awards?|golden globes?|grammy\b", r"\b(?:won|win|winning) (?:an? |any |the )?(?:award|prize|oscar)s?\b", r"\brun(?:ning)? ?time\b", r"\bhow long (?:is|was|does)\b", r"\bnet worth\b",
    r"\bwho (?:plays|played|stars|starred|acted|acts|portrays|portrayed|is the actor|is the actress|voices|voiced) (?!(?:it|this|that|the (?:song|music|track|tune|theme|score))\b)", r"\b(?:which|what) (?:actor|actress)\b", r"\bcast (?:of|list)\b", r"\b(?:what are|full|all the|the) lyrics (?:of|to|for|in)\b", r"\bchords?\b", r"\bplot of\b", r"\b(?:trailer|poster|merch|tickets?|screenplay|script|sequel coming)\b",
    r"\bwhere was .* (?:filmed|shot)\b", r"\bfilming locations?\b", r"\b(?:ending explained)\b", r"\bbirthday\b", r"\bmarried to\b", r"\bage of\b", r"\bhow many (?:oscars|people|copies|sequels|awards|times)\b", r"\bin which country\b", r"\bprice\b", r"\bcost\b",
)  # fmt: skip
OFF_TOPIC = _pattern(
    r"\b(?:weather|recipe|football score|super ?bowl|prime minister|capital of|translate|homework|maths?|python|javascript|code|function|program|wifi|medicine|doctor|landlord|election|vote for|political|joke|poem|stock|bitcoin|crypto|horoscope|lottery|restaurant|pizza|train to|flight to|ticket to|meaning of life|how are you|your name|are you (?:human|real|a bot|an? ai|sentient)|i love you|good (?:morning|night|evening)|ignore (?:all |any |the |your |previous )|system prompt|developer mode|jailbreak|token|password|api key|training plan|workout plan|diet plan|lose weight fast|marathon in under)\b",
    r"^(?:please |hey |can you |could you |would you |will you |i want you to |i need you to )*(?:write|draw|generate|compose|sing|code|build|calculate|compute|convert|translate|schedule|order|book|buy|sell|play) (?:me|us|a|an|my|the|some|us a|this|\w+) (?!list|song in|songs? (?:from|in|of)|music)", r"\b\d+ ?(?:x|\*|plus|minus|times|divided by) ?\d+\b", r"\bwhat (?:time|day) is it\b", r"\bwho (?:won|is (?:the )?president|invented|discovered)\b", r"\bpretend (?:to be|you)\b", r"\bact as\b", r"\brepeat after me\b",
)  # fmt: skip
NO_SUCH_VERSION = _pattern(
    r"\b(?:remake|reboot|sequel|prequel|spin ?off|live action|tv (?:series|show|version)|series version|musical version|broadway|stage (?:show|version|musical)|video ?game|netflix (?:series|show))\b"
)
NOT_THE_OTHER = _pattern(
    r"\b(?:not|rather than|instead of|ignore|before) (?:the |a )?(?:\w+ )?(?:remake|reboot|sequel|prequel)\b",
    r"\boriginal\b",
)

_AT_PLACE = (
    re.compile(rf"\b{_PLACE_WORD} ?{NUMBER}\b(?! (?:film|movie|montages|songs|films|movies))"),
    re.compile(
        rf"\b{ORDINAL} (?:place|position|spot|slot|one|1|on the list|in the (?:list|ranking|countdown|article)|best|entry|montage|film|ranked|rank|from the list|on list|place)\b"
    ),
    re.compile(
        rf"\b(?:ranked|came|comes|come|placed|finished|landed|is|was|sits|in|at|took|the) {ORDINAL}\b(?! (?:film|movie|rocky|xfilm|time|scene|half|part|training|kiss|ever|song|to|day|date|xfranchise|at|one of))"
    ),
    re.compile(rf"\b(?:at|in|on|who is|what is|is) {NUMBER}\b(?= (?:on|in) (?:the )?{_RANKED}|$)"),
)
_LAST = _pattern(
    r"\b(?:dead )?last (?:on|in|place|of|one|entry|spot|montage|film)\b(?! bus| train)",
    r"\b(?:dead last|bottom (?:of|spot|place|one)|at the (?:very )?bottom|lowest|comes last|came last|come last|ranked last|ranks last|finishe[sd] last|the last (?:place|spot|entry|montage|on|in the list|of the list|position)|the last one(?=$| on| in| of| from)|worst|least insane|very end of the (?:list|ranking|countdown))\b",
    r"^(?:(?:what|which|who|and) (?:one )?(?:is|comes|came|was) )?(?:the )?last$",
)
_FIRST = _pattern(
    r"\b(?:at|on|to) (?:the )?(?:very )?top(?! gun)\b",
    r"\btop (?:spot|of the (?:list|ranking|countdown|article)|place|ranked|pick|one|montage|entry)\b",
    r"\b(?:winner|crowned|number one|best ranked|highest ranked|ranked (?:highest|first|best|top)|ranks (?:highest|first|top|best)|tops? the (?:list|ranking|countdown|article)|best montage|most insane (?:training montage|one|montage|of all)|first place|leads? the (?:list|ranking)|takes the crown|gold medal)\b",
)
_STRONG_RANK = _pattern(
    r"\b(?:what|which|whats) (?:is (?:the )?)?(?:place|position|number|rank|spot|slot)\b", r"\bspot (?:in|on)\b"
)
_RANK_OF = _pattern(
    r"\bspot (?:in|on)\b",
    rf"\b(?:what|which|wat|in what|in which|at what|at which) (?:is (?:the )?)?(?:{_PLACE_WORD})\b",
    r"\b(?:rank|position|spot|placing|placement|place|number) (?:of|for|does|did|is|was|has|given)\b",
    r"\b(?:rank|ranks|ranked|ranking|position|placing|placed|placement)\b",
    rf"\b(?:where|how high|how) (?:is|does|did|was|do) .*{_RANKED}",
    rf"\bwhere (?:on|in) (?:the )?{_RANKED}",
    r"\b(?:on|in|make|made|making|part of|onto) (?:the |that |your |this )?(?:\w+ ){0,3}(?:list|ranking|countdown|top six|top 6|article)\b",
    r"\bwhere (?:does|did|do|is) x(?:film|song|montage) (?:land|landed|come|place|rank|stand|end up|finish|sit|fall|appear on|in the|on the)\b",
    r"\bhow (?:high|low)\b",
    r"\bx(?:film|song|montage) number\b",
    r"\bwhere .* (?:landed|land|finish\w*|end up) (?:in|on)\b",
    r"\bcountdown\b",
    r"\bwhat (?:number|nr|no) (?:is|was|did)\b",
)
_TOP = re.compile(
    rf"\b(?:top|best|highest) {NUMBER}\b|\b(?:first|the|give me|show me) {NUMBER} (?:montages|best|highest|top|ranked|entries|places)\b"
)


_PLACE_NAMES = (
    (re.compile(r"\b(?:second to last|second last|last but one|penultimate|next to last)\b"), -2),
    (re.compile(r"\b(?:gold|first prize)\b"), 1),
    (re.compile(r"\b(?:runner s? ?up|runners up|silver)\b"), 2),
    (re.compile(r"\bbronze\b"), 3),
)
_BESIDE = re.compile(
    r"\b(after|below|behind|under|following|follows|before|above|ahead of|precedes|preceding|in front of) (?:the )?x(?:film|song|montage|franchise)\b"
)


def beside_asked(said: str) -> int | None:
    """One place after (1) or before (-1) something named, when a list is talked of; None when that is not asked."""
    found = _BESIDE.search(said) if RANK_CONTEXT.search(said) and not re.search(r"\bor\b", said) else None
    return (
        None
        if found is None
        else 1
        if found[1] in ("after", "below", "behind", "under", "following", "follows")
        else -1
    )


def place_asked(said: str) -> int | None:
    """The place in a list a question asks after: 3 for "number 3", -1 for the last; None when it asks after none."""
    for pattern in _AT_PLACE:
        if found := pattern.search(said):
            return number(found[1]) or ordinal(found[1])
    for pattern, place in _PLACE_NAMES:
        if pattern.search(said):
            return place
    if _LAST.search(said):
        return -1
    return 1 if _FIRST.search(said) else None


def rank_asked(said: str) -> bool:
    """Whether the place of something named is asked."""
    return bool(_RANK_OF.search(said))


def rank_surely_asked(said: str) -> bool:
    """Whether a place is asked in so many words, whatever else is said of films in the plural."""
    return bool(_STRONG_RANK.search(said)) and bool(RANK_CONTEXT.search(said))


def top_asked(said: str) -> int | None:
    """How many from the top are asked for: 3 for "top 3"."""
    found = _TOP.search(said)
    return number(found[1] or found[2]) if found else None


def is_open(said: str, text: str) -> bool:
    """Whether the question wants more than yes or no, for all that it claims something on the way."""
    if _OPENING_WORDS.match(said) and not _CONFIRMING.search(said):
        return True
    last = re.split(r"[.!?;:,]", text.strip().rstrip("?!. "))[-1].casefold()
    asking = bool(_WH.search(last)) and not re.match(r"\s*(?:the one |a song |that )", last)
    return asking and not _CONFIRMING.search(last) and not _CLOSED_START.match(said)


def facts_asked(said: str) -> frozenset[Aspect]:
    """Which facts of a film or song are asked."""
    found = {aspect for aspect, pattern in _FACTS.items() if pattern.search(said)}
    if Aspect.YEAR in found and re.search(
        r"\byear (?:was|is|did) (?:the )?(?:song|track|xsong|tune)|\bsong .*\b(?:released|recorded|come out)\b|\bxsong (?:released|come out|recorded)\b",
        said,
    ):
        found.add(Aspect.SONG_YEAR)
    return frozenset(found)


def comparison_asked(said: str) -> frozenset[Aspect]:
    """What two things are compared by, where the question says so."""
    return frozenset(aspect for aspect, pattern in _COMPARED_BY.items() if pattern.search(said))


_FACTS: Mapping[Aspect, re.Pattern[str]] = {Aspect.YEAR: YEAR, Aspect.DIRECTOR: DIRECTOR}
_COMPARED_BY: Mapping[Aspect, re.Pattern[str]] = {
    Aspect.FIRST: EARLIER,
    Aspect.LAST: LATER,
    Aspect.HIGHER: HIGHER,
    Aspect.SAME_DIRECTOR: SAME,
    Aspect.SAME_SONG: SAME_SONG,
    Aspect.DIRECTOR: DIRECTOR,
}


_FACT_WORDS = re.compile(
    r"\b(?:what|which) (?:year|date)\b|\bwhen (?:was|did|were)\b|\bdirect|\breleased?\b|\bcame? out\b"
)


def thing_asked(said: str, *, film: bool, song: bool) -> Intent:
    """What is asked of a named film or song, or of a scene that is described, once lists and comparisons are ruled out."""
    if PERFORMER.search(said):
        return Intent.PERFORMER
    if not (song and not film) and DESCRIBE.search(said) and not _FACT_WORDS.search(said):
        return Intent.DESCRIBE
    if facts_asked(said):
        return Intent.FACTS
    if CHARACTERS.search(said):
        return Intent.CHARACTER
    if song and not film:
        return Intent.DESCRIBE if DESCRIBE.search(said) and not FILM.search(said) else Intent.MONTAGE_OF_SONG
    if DESCRIBE.search(said):
        return Intent.DESCRIBE
    if SONG.search(said):
        return Intent.SONG_OF_MONTAGE
    return Intent.DESCRIBE if film else Intent.SCENE
