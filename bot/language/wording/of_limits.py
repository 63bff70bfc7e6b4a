"""What we do not answer, help and chance: other topics, other versions of a film, "surprise me"."""

from __future__ import annotations

from bot.language.wording.pattern import pattern

RANDOM = pattern(
    r"^(?:a )?random\b",
    r"\brandom (?:montage|one|scene|pick|film)\b",
    r"\bsurprise me\b",
    r"\bpick (?:one|a montage|any|something|me)\b",
    r"\bany montage (?:you like|will do)\b",
    r"\bfeeling lucky\b",
    r"\broll the dice\b",
    r"\bdealer s choice\b",
)
HELP = pattern(
    r"^help(?: me)?(?: please)?$",
    r"\bwhat (?:can|could) (?:you|i|we) (?:do|ask|help)\b",
    r"\bhow (?:do|does|can) (?:you|this|i|we) (?:work|use|use you|use this|ask)\b",
    r"^commands?$",
    r"\bwhat (?:do|are) you (?:do|for|about)\b$",
    r"\blist (?:your )?commands\b",
    r"^about$",
    r"\bshow help\b",
    r"\bwhat is this bot\b",
)
ABOUT_THE_BOT = pattern(
    r"^(?:\w+ ){0,4}(?:what is|whats|tell me|is|have) (?:\w+ ){0,2}?your name\b(?! (?:song|film|movie|montage|anime))",
    r"\b(?:who|what) are you\b(?! \w+ing)",
    r"\bare you (?:a |an |even |really )*(?:human|real|bot|robot|program|person|ai|sentient)\b",
    r"\bwho (?:\w+ )?(?:made|built|created|wrote|coded|programmed|designed|owns|runs) (?:you|this bot)\b",
)
OFF_LIMITS = pattern(
    r"\bbox ?office\b",
    r"\bgross(?:ed|es|ing)?\b",
    r"\bearn(?:ed|s|ings)?\b",
    r"\bbudget\b",
    r"\b(?:how much (?:money|did|does|was))\b",
    r"\b(?:netflix|disney plus|amazon prime|hulu|hbo|youtube|torrent|download)\b",
    r"\bstream(?:ing|s|ed)?\b",
    r"\bwhere (?:can|could|do) (?:i|we|you) (?:watch|see|buy|rent|stream)\b",
    r"\b(?:imdb|rotten tomatoes|metacritic|audience|critic) (?:rating|score)s?\b",
    r"\brating of\b",
    r"\bhow (?:old|tall|rich) (?:is|was|are)\b(?! (?:the )?(?:xfilm|xsong|film|movie|song|it))",
    r"\boscars?|academy awards?|golden globes?|grammy\b",
    r"\b(?:won|win|winning) (?:an? |any |the )?(?:award|prize|oscar)s?\b",
    r"\brun(?:ning)? ?time\b",
    r"\bhow long (?:is|was|does)\b",
    r"\bnet worth\b",
    r"\bwho (?:plays|played|stars|starred) (?!(?:it|this|that|the (?:song|music|track|tune|theme|score))\b)",
    r"\bwho (?:acted|acts|portrays|portrayed) (?!(?:it|this|that|the (?:song|music|track|tune|theme|score))\b)",
    r"\bwho (?:is the actor|is the actress) (?!(?:it|this|that|the (?:song|music|track|tune|theme|score))\b)",
    r"\bwho (?:voices|voiced) (?!(?:it|this|that|the (?:song|music|track|tune|theme|score))\b)",
    r"\b(?:which|what) (?:actor|actress)\b",
    r"\bcast (?:of|list)\b",
    r"\b(?:what are|full|all the|the) lyrics (?:of|to|for|in)\b",
    r"\bchords?\b",
    r"\bplot of\b",
    r"\b(?:trailer|poster|merch|buy tickets?|screenplay|script|sequel coming)\b",
    r"\bwhere was .* (?:filmed|shot)\b",
    r"\bfilming locations?\b",
    r"\b(?:ending explained)\b",
    r"\bbirthday\b",
    r"\bmarried to\b",
    r"\bage of\b",
    r"\bhow many (?:oscars|people|copies|sequels|awards|times)\b",
    r"\bprice\b",
    r"\bcost\b",
)
OFF_TOPIC = pattern(
    r"\b(?:weather|recipe|football score|super ?bowl|prime minister|capital of|translate|homework|maths?)\b",
    r"\b(?:python|javascript|code|function|program|wifi|medicine|doctor|landlord|election|vote for)\b",
    r"\b(?:political|joke|poem|stock|bitcoin|crypto|horoscope|lottery|restaurant|pizza|train to|flight to)\b",
    r"\b(?:ticket to|meaning of life|how are you)\b",
    r"\b(?:i love you|good (?:morning|night|evening)|ignore (?:all |any |the |your |previous ))\b",
    r"\b(?:system prompt|developer mode|jailbreak|token|password|api key|training plan|workout plan)\b",
    r"\b(?:diet plan|lose weight fast|marathon in under)\b",
    (
        r"^(?:please |hey |can you |could you |would you |will you |i want you to |i need you to )*(?:write|"
        r"draw|generate|compose|sing|code|build|calculate|compute|convert|translate|schedule|order|book|buy|"
        r"sell|play) (?:me|us|a|an|my|the|some|us a|this|\w+) (?!list|song in|songs? (?:from|in|of)|music)"
    ),
    r"\b\d+ ?(?:x|\*|plus|minus|times|divided by) ?\d+\b",
    r"\bwhat (?:time|day) is it\b",
    r"\bwho (?:won|is (?:the )?president|invented|discovered)\b",
    r"\bpretend (?:to be|you)\b",
    r"\bact as\b",
    r"\brepeat after me\b",
)
NO_SUCH_VERSION = pattern(
    r"\b(?:remake|reboot|sequel|prequel|spin ?off|live action|tv (?:series|show|version)|series version)\b",
    r"\b(?:musical version|broadway|stage (?:show|version|musical)|video ?game|netflix (?:series|show))\b",
)
NOT_THE_OTHER = pattern(
    r"\b(?:not|rather than|instead of|ignore|before) (?:the |a )?(?:\w+ )?(?:remake|reboot|sequel|prequel)\b",
    r"\boriginal\b",
)
