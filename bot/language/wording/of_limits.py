"""What we do not answer, help and chance: other topics, other versions of a film, "surprise me"."""

from __future__ import annotations

from bot.language.wording.pattern import pattern

RANDOM = pattern(r"\brandom\b", r"\bsurprise me\b", r"\bpick (?:one|a montage|something)\b")
HELP = pattern(
    r"^(?:help|commands?|about)$|^(?:help|list|show) (?:me|commands?|us|please)\b",
    r"\bwhat (?:can|could) (?:you|i|we) (?:do|ask)\b|\bwhat is this bot\b",
    r"\bhow (?:do|does|can) (?:you|this|i|we) (?:work|use|ask)\b",
)
ABOUT_THE_BOT = pattern(
    r"^(?:\w+ ){0,4}(?:what is|whats|tell me|is|have) (?:\w+ ){0,2}?your name\b(?! (?:song|film|movie|montage|anime))",
    r"\b(?:who|what) are you\b(?! \w+ing)",
    r"\bare you (?:a |an |even |really )*(?:human|real|bot|robot|program|person|ai|sentient)\b",
    r"\bwho (?:\w+ )?(?:made|built|created|wrote|coded|programmed|designed|owns|runs) (?:you|this bot)\b",
)
OFF_LIMITS = pattern(
    r"\bbox ?office\b",
    r"\b(?:gross|earn|stream|oscar|award|chord)\w*",
    r"\b(?:budget|netflix|trailer|script|screenplay|price|cost)\b",
    r"\bhow (?:much money|many people)\b",
    r"\b(?:rotten tomatoes|imdb) (?:rating|score)s?\b",
    r"\bhow (?:old|tall) (?:is|was)\b(?! xfilm)",
    r"\brun(?:ning)? ?time\b",
    r"\bwho (?:plays|played) (?!(?:it|the song)\b)",
    r"\bwhich act(?:or|ress)\b",
    r"\bwhere was .* (?:shot|filmed)\b",
)
OFF_TOPIC = pattern(
    r"\b(?:weather|recipe|prime minister|president|capital of|political|joke|poem|stock|pizza|restaurant|train to)\b",
    r"\b(?:wifi|medicine|landlord|good evening|ignore previous|system prompt|token|password|pretend to be)\b",
    (
        r"^(?:please |(?:can|could|would|will) you |i (?:want|need) you to )*"
        r"(?:write|compose|convert|translate|book|buy|order|play) \w+ "
    ),
    r"\b\d+ ?(?:x|times|divided by) ?\d+\b",
    r"\bwhat time is it\b",
    r"\bwho (?:won|invented)\b",
)
NO_SUCH_VERSION = pattern(
    r"\b(?:remake|reboot|sequel|prequel|live action|tv series|video ?game)\b",
    r"\b(?:musical|stage) version\b",
)
NOT_THE_OTHER = pattern(r"\bnot (?:\w+ ){0,2}(?:remake|reboot|sequel|prequel)\b", r"\boriginal\b")
