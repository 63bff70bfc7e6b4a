"""What is asked of a film, a song or a scene: who performs, what happens, which year."""

from __future__ import annotations

from collections.abc import Mapping

from bot.knowledge.expressions import expression
from bot.language.lexicon import asking_words
from bot.language.question import Aspect, Intent
from bot.language.wording.pattern import Pattern, pattern, while_asked

_WHO = r"(?:who(?:se|m)?|(?:which|what) (?:artist|band|group|singer|composer|person))"
PERFORMER = pattern(
    rf"\b{_WHO}\b.*\b(?:s[aiu]ng(?:s|ing)?|perform\w*|record\w*|compos\w*|wr[io]t\w*)",
    rf"\b{_WHO}\b.*\b(?:plays|made|did) (?:it|(?:the )?(?:song|music|track|score))\b",
    rf"\b{_WHO} (?:does|did|is) (?:the )?xsong",
    rf"\b{_WHO} is (?:\w+ )?(?:singer|band|performer)\b",
    r"\b(?:singer|artist|band|performer|composer|vocalist)s? (?:of|for|in|on|behind|is|was|name)\b",
    r"\b(?:by who|who by\b)",
    r"^(?:singer|artist|composer)s?$",
    r"\bwhose (?:song|voice|music|version)\b",
    r"\b(?:which|what) (?:artist|band|group|singer|composer)\b",
)
DIRECTOR = pattern(r"\bdirect(?:s|ed|ors?|ing|ion)?\b", r"\bwho made xfilm\b", r"\bhelm(?:s|ed)\b")
YEAR = pattern(
    r"\b(?:what|which|the|and|release|xfilm) years?\b",
    r"\bwhen (?:was|did)\b",
    r"^(?:year|when xfilm)\b",
    r"\bc[oa]mes? out\b",
    r"\byear\b.*\b(?:released|from)\b",
)
SONG = pattern(
    lambda: rf"\b(?:{'|'.join(word for word, about in asking_words().items() if 'song' in about)}|needle ?drops?)\b",
    r"\b(?:score|number|cue|record|piece|jam)\b",
    r"\bwhat (?:is )?(?:on|sung)\b",
    r"\b(?:play(?:s|ing)|hear|set to|sing(?:s|ing)?)\b",
)
FILM = pattern(r"\b(?:which|what) (?:film|movie)\b", r"\b(?:is|was) (?:it|that) from\b")
DESCRIBE = pattern(
    r"\b(?:describe|explain|summar\w+)\b",
    r"\bwhat (?:happens?|goes on|is going on)\b",
    r"\b(?:tell|remind) me (?:what|about)\b",
    r"\bwhat do(?:es)? .*\bdo\b",
)
CHARACTERS = pattern(
    r"\b(?:which|what|main) characters?\b",
    r"\bwho (?:is|are) (?:in|the (?:main|two))\b",
    r"\bwho (?:teaches|trains|runs?|dances)\b",
)
_SET = r"(?:set(?! to)|takes? place|taking place|happen(?:s|ing)?|located)"
SETTING = pattern(
    rf"\bwhere (?:is|was|are|were|does|do|did)\b.*\b{_SET}\b",
    rf"\b(?:which|what) (?:city|town|country|state|location)\b.*\b(?:in|{_SET})\b",
    r"\b(?:the|what|which) (?:setting|location)\b|\b(?:setting|location) of\b",
)
_FACTS: Mapping[Aspect, Pattern] = {Aspect.YEAR: YEAR, Aspect.DIRECTOR: DIRECTOR}
_ASKED: Mapping[Intent, Pattern] = {Intent.SETTING: SETTING, Intent.CHARACTER: CHARACTERS}
_SONG_YEAR = pattern(r"\byear (?:is|was) (?:the )?song", r"\bsong .*\b(?:released|recorded)\b")
_FACT_WORDS = expression(r"\b(?:which|what) year\b|\bc[oa]mes? out\b")


@while_asked
def facts_asked(said: str) -> frozenset[Aspect]:
    """Which facts of a film or song are asked."""
    found = {aspect for aspect, pattern in _FACTS.items() if pattern.search(said)}
    if Aspect.YEAR in found and _SONG_YEAR.search(said):
        found.add(Aspect.SONG_YEAR)
    return frozenset(found)


def things_asked(said: str, *, film: bool, song: bool) -> tuple[Intent, ...]:
    """Everything that may be asked of a thing named or described, the plainest first: what words speak for it."""
    spoken_for = {
        Intent.PERFORMER: PERFORMER.search(said),
        Intent.DESCRIBE: DESCRIBE.search(said),
        Intent.FACTS: facts_asked(said),
        **{intent: words.search(said) for intent, words in _ASKED.items()},
        Intent.MONTAGE_OF_SONG: song and not film,
        Intent.SONG_OF_MONTAGE: (film or not song) and SONG.search(said),
    }
    plainest = thing_asked(said, film=film, song=song)
    return tuple(dict.fromkeys((plainest, *(intent for intent, words in spoken_for.items() if words))))


@while_asked
def thing_asked(said: str, *, film: bool, song: bool) -> Intent:
    """What is asked of a named film or song, or of a scene described, once lists and comparisons are ruled out."""
    if PERFORMER.search(said):
        return Intent.PERFORMER
    if not (song and not film) and DESCRIBE.search(said) and not _FACT_WORDS.search(said):
        return Intent.DESCRIBE
    if facts_asked(said):
        return Intent.FACTS
    if asked := next((intent for intent, words in _ASKED.items() if words.search(said)), None):
        return asked
    if song and not film:
        return Intent.DESCRIBE if DESCRIBE.search(said) and not FILM.search(said) else Intent.MONTAGE_OF_SONG
    if SONG.search(said):
        return Intent.SONG_OF_MONTAGE
    return Intent.DESCRIBE if film else Intent.SCENE
