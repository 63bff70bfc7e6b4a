"""Kinds and tags of montages named in words: what limits a list, a count, chance and the best, and what looks so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.knowledge.kinds import Kind
from bot.knowledge.selection import Filter
from bot.language.kinds_said import kind_called, kinds_said
from bot.language.lexicon import kind_words, kinds_told

if TYPE_CHECKING:
    from tests.language.conftest import Parse, Read


def of(kind: Kind, decade: int | None = None) -> Filter:
    return Filter(kinds=(kind,), first_year=decade, last_year=decade and decade + 9)


LISTS = {
    "opening montages": of(Kind.OPENING),
    "what are some good opening montages": of(Kind.OPENING),
    "intro montages from the 2010s": of(Kind.OPENING, 2010),
    "opening credits montages please": of(Kind.OPENING),
    "title sequences of the 90s": of(Kind.OPENING, 1990),
    "opening montages directed by Quentin Tarantino": Filter(kinds=(Kind.OPENING,), director="Quentin Tarantino"),
    "show me all finale montages": of(Kind.ENDING),
    "ending scenes from the 80s": of(Kind.ENDING, 1980),
    "shopping montages": of(Kind.SHOPPING),
    "which movies have shopping montages": of(Kind.SHOPPING),
    "montages about shopping": of(Kind.SHOPPING),
    "any shopping spree montage": of(Kind.SHOPPING),
    "shopping scene": of(Kind.SHOPPING),
    "suiting up scenes from the 90s": of(Kind.SUITING_UP, 1990),
    "recommend a suiting up montage": of(Kind.SUITING_UP),
    "gearing up montages": of(Kind.SUITING_UP),
    "suiting up montages with Alan Silvestri": Filter(kinds=(Kind.SUITING_UP,), artist="Alan Silvestri"),
    "falling in love montages by Kenny Loggins": Filter(kinds=(Kind.FALLING_IN_LOVE,), artist="Kenny Loggins"),
    "montages of people falling in love": of(Kind.FALLING_IN_LOVE),
    "fall in love montages": of(Kind.FALLING_IN_LOVE),
    "love montages": of(Kind.ROMANCE),
    "heartbreak montages from the 80s": of(Kind.HEARTBREAK, 1980),
    "which heartbreak montages do you have": of(Kind.HEARTBREAK),
    "break-up montages": of(Kind.HEARTBREAK),
    "montages of loneliness": of(Kind.HEARTBREAK),
    "house cleaning scenes": of(Kind.CLEANING),
    "got any cooking montages?": of(Kind.COOKING),
    "list all chase montages": of(Kind.CHASE),
    "car chase scenes": of(Kind.CHASE),
    "which films have a killing spree montage": of(Kind.KILLINGS),
    "drug montages by Scorsese": Filter(kinds=(Kind.DRUGS,), director="Martin Scorsese"),
    "sing-along scenes": of(Kind.SING_ALONG),
    "singalong montages from the 90s": of(Kind.SING_ALONG, 1990),
    "montages with superpowers": of(Kind.SUPERPOWERS),
    "coming-of-age montages": of(Kind.GROWING_UP),
    "mayhem montages": of(Kind.HAVOC),
    "city montages": of(Kind.CITY),
    "concert montages": of(Kind.PERFORMANCE),
    "studying montages": of(Kind.STUDY),
    "character introduction montages": of(Kind.CHARACTER_INTRODUCTION),
    "getting the team together montages": of(Kind.RECRUITMENT),
    "kind: shopping": of(Kind.SHOPPING),
    "training or makeover montages": Filter(kinds=(Kind.TRAINING, Kind.MAKEOVER)),
    "opening and ending montages": Filter(kinds=(Kind.OPENING, Kind.ENDING)),
    "opening dance montages": Filter(kinds=(Kind.OPENING, Kind.DANCE), every_kind=True),
    "funny training montages": Filter(kinds=(Kind.COMEDY, Kind.TRAINING), every_kind=True),
    "strict opening montages only, no title sequences": Filter(kinds=(Kind.OPENING,), strict=True),
}
MISSPELT = {
    "shoping montages": of(Kind.SHOPPING),
    "oppening montages": of(Kind.OPENING),
    "heartbrake montages": of(Kind.HEARTBREAK),
    "recruitmnt montages": of(Kind.RECRUITMENT),
    "suitting up montages": of(Kind.SUITING_UP),
}
ABROAD = {
    "Welche Herzschmerz-Montagen aus den 80ern kennst du?": of(Kind.HEARTBREAK, 1980),
    "Eröffnungsmontagen": of(Kind.OPENING),
    "Montagen über Liebeskummer": of(Kind.HEARTBREAK),
    "zeig mir Einkaufsmontagen": of(Kind.SHOPPING),
    "Verfolgungsjagd-Montagen": of(Kind.CHASE),
    "montages d'ouverture": of(Kind.OPENING),
    "montages de rupture des années 80": of(Kind.HEARTBREAK, 1980),
    "montages de coup de foudre": of(Kind.FALLING_IN_LOVE),
    "scènes de ménage": of(Kind.CLEANING),
    "je cherche des montages de fin": of(Kind.ENDING),
    "montajes de apertura": of(Kind.OPENING),
    "montajes de compras": of(Kind.SHOPPING),
    "montajes de desamor de los 80": of(Kind.HEARTBREAK, 1980),
    "montajes finales": of(Kind.ENDING),
    "montajes de enamoramiento": of(Kind.FALLING_IN_LOVE),
    "montaggi di apertura": of(Kind.OPENING),
    "montaggi di inseguimento": of(Kind.CHASE),
    "montaggi di shopping": of(Kind.SHOPPING),
    "montagens de abertura": of(Kind.OPENING),
    "montagens de compras": of(Kind.SHOPPING),
    "montagens de limpeza": of(Kind.CLEANING),
    "shoppingmontager": of(Kind.SHOPPING),
    "rengøringsmontager": of(Kind.CLEANING),
}


#: Lists whose kind nobody names, but tells what happens there.
TOLD = {
    "Which scenes do you keep where food is prepared?": of(Kind.COOKING),
    "scenes where people rob banks": of(Kind.HEIST),
    "Do you have sequences in which somebody gets a new haircut and outfit?": of(Kind.MAKEOVER),
    "any scenes with somebody buying clothes?": of(Kind.SHOPPING),
    "which montages show people scrubbing the floor": of(Kind.CLEANING),
    "montages where the hero discovers his abilities": of(Kind.SUPERPOWERS),
    "I collect scenes of havoc, where things are wrecked; what have you of that sort?": of(Kind.HAVOC),
    "films in which students learn for an exam": of(Kind.STUDY),
}


def test_every_kind_has_words_by_which_it_is_told() -> None:
    assert kinds_told().keys() == kind_words().keys()


@pytest.mark.parametrize(
    "text",
    ["montages with a boxer running up steps", "show me montages from the 80s set in Los Angeles", "montages in space"],
)
def test_what_tells_of_no_kind_limits_to_none(parse: Parse, text: str) -> None:
    assert parse(text).chosen.kinds == ()


@pytest.mark.parametrize(("text", "chosen"), (LISTS | MISSPELT | ABROAD | TOLD).items())
def test_a_list_is_limited_by_kind_or_tag_alike(parse: Parse, text: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.chosen, question.unmet) == ("list", chosen, "")


@pytest.mark.parametrize(
    ("text", "chosen"),
    {
        "how many opening montages do you know?": of(Kind.OPENING),
        "how many shopping montages": of(Kind.SHOPPING),
        "how many heartbreak montages are there from the 80s?": of(Kind.HEARTBREAK, 1980),
        "how many suiting-up scenes do you know from the 80s?": of(Kind.SUITING_UP, 1980),
        "how many falling in love montages have you got": of(Kind.FALLING_IN_LOVE),
        "how many cleaning montages are there": of(Kind.CLEANING),
        "how many montages of shopping do you have": of(Kind.SHOPPING),
        "number of ending montages": of(Kind.ENDING),
        "how many sing-along montages from the 90s": of(Kind.SING_ALONG, 1990),
        "how many opening dance montages": Filter(kinds=(Kind.OPENING, Kind.DANCE), every_kind=True),
        "wie viele Anfangsmontagen kennst du?": of(Kind.OPENING),
        "hvor mange åbningsmontager kender du?": of(Kind.OPENING),
    }.items(),
)
def test_counting_is_limited_alike(parse: Parse, text: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.chosen) == ("count", chosen)


@pytest.mark.parametrize(
    ("text", "chosen"),
    {
        "a random shopping montage": of(Kind.SHOPPING),
        "random opening montage": of(Kind.OPENING),
        "random heartbreak montage please": of(Kind.HEARTBREAK),
        "surprise me with a cooking montage": of(Kind.COOKING),
        "another random opening montage": of(Kind.OPENING),
        "give me a random suiting up montage from the 80s": of(Kind.SUITING_UP, 1980),
        "any random chase scene": of(Kind.CHASE),
        "eine zufällige Einkaufsmontage": of(Kind.SHOPPING),
    }.items(),
)
def test_chance_is_limited_alike(parse: Parse, text: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.chosen) == ("random", chosen)


@pytest.mark.parametrize(
    ("text", "intent", "chosen"),
    [
        ("best opening montage", "at_rank", of(Kind.OPENING)),
        ("best openings", "at_rank", of(Kind.OPENING)),
        ("the best ending montage", "at_rank", of(Kind.ENDING)),
        ("the best heartbreak montage of the 90s", "at_rank", of(Kind.HEARTBREAK, 1990)),
        ("what is the most iconic suiting up montage", "at_rank", of(Kind.SUITING_UP)),
        ("greatest shopping montage", "at_rank", of(Kind.SHOPPING)),
        ("die beste Eröffnungsmontage", "at_rank", of(Kind.OPENING)),
        ("le meilleur montage d'ouverture", "at_rank", of(Kind.OPENING)),
        ("el mejor montaje inicial", "at_rank", of(Kind.OPENING)),
        ("top 5 opening montages", "list", of(Kind.OPENING)),
        ("top 3 chase montages", "list", of(Kind.CHASE)),
        ("what are the best suiting up montages?", "list", of(Kind.SUITING_UP)),
        ("oldest opening montage", "list", of(Kind.OPENING)),
        ("newest ending montage", "list", of(Kind.ENDING)),
    ],
)
def test_the_best_and_the_oldest_are_limited_alike(parse: Parse, text: str, intent: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.chosen) == (intent, chosen)


@pytest.mark.parametrize(
    ("text", "unmet", "chosen"),
    [
        ("shopping montages in space", "in space", of(Kind.SHOPPING)),
        ("opening montages with horses", "with horses", of(Kind.OPENING)),
        ("montages without shopping", "without shopping", Filter()),
        ("longest opening montage", "the longest", of(Kind.OPENING)),
    ],
)
def test_what_no_filter_expresses_is_told_beside_a_tag(parse: Parse, text: str, unmet: str, chosen: Filter) -> None:
    question = parse(text)
    assert (question.intent, question.unmet, question.chosen) == ("list", unmet, chosen)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("what song plays in the opening scene of Baby Driver?", "song_of_montage"),
        ("which song plays in the opening of Trainspotting", "song_of_montage"),
        ("what plays during the opening credits of Deadpool", "song_of_montage"),
        ("song in the shopping montage of Pretty Woman", "song_of_montage"),
        ("what is the song in the killing scene in The Godfather", "song_of_montage"),
        ("what song plays when Rambo suits up", "song_of_montage"),
        ("what is the intro song in Zombieland", "song_of_montage"),
        ("the opening song of Reservoir Dogs", "song_of_montage"),
        ("end credits song of The Breakfast Club", "song_of_montage"),
        ("who sings when they fall in love in Shrek", "performer"),
        ("who performs the song in the opening of Juno", "performer"),
        ("shopping scene in Pretty Woman", "describe"),
        ("the ending of Fight Club", "describe"),
        ("the cleaning scene in Enchanted", "describe"),
        ("the suiting up scene in Commando", "describe"),
        ("the chase in Baby Driver", "describe"),
        ("the break up montage in Notting Hill", "describe"),
        ("the performance in Mean Girls", "describe"),
        ("what happens in the ending of La La Land?", "describe"),
        ("the opening scene with the napalm and the ceiling fan", "scene"),
        ("the opening montage where a man struts with a can of paint", "scene"),
        ("the shopping scene with the rich guy's credit card", "scene"),
        ("the montage where they fall in love at the paintball park", "scene"),
        ("that drug montage with Al Pacino", "scene"),
        ("the kid with superpowers dancing in the living room", "scene"),
        ("the car chase with the red Subaru", "scene"),
        ("the opening of Up", "describe"),
        ("opening night", "nothing"),
        ("love in the city", "nothing"),
        ("who are they, the ones singing", "nothing"),
    ],
)
def test_a_scene_that_is_meant_is_no_filter(parse: Parse, text: str, intent: str) -> None:
    question = parse(text)
    assert (question.intent, question.chosen) == (intent, Filter())


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.OTHER])
def test_every_kind_is_understood_by_its_own_name(read: Read, kind: Kind) -> None:
    assert [each.kind for each in kinds_said(read(f"{kind.label} montages"))] == [kind]


def test_each_phrase_names_one_kind() -> None:
    phrases = [phrase for called in kind_words().values() for phrase in called]
    assert len(phrases) == len(set(phrases))
    assert {kind_called(phrase) for phrase in phrases} == set(Kind) - {Kind.OTHER}
