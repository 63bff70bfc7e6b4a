"""What a question is after, in many ways of asking it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bot.language.question import Aspect, Intent, Lack

if TYPE_CHECKING:
    from tests.language.conftest import Parse


@pytest.mark.parametrize(
    ("intent", "texts"),
    [
        (
            Intent.SONG_OF_MONTAGE,
            [
                "which song plays when Rocky runs up the steps?",
                "song in rocky",
                "bgm of flashdance",
                "which needle drop is in flashdance",
                "flashdance, which anthem",
                "whats the tune from the footloose montage",
                "what music is in Team America",
                "soundtrack of the incredibles training montage pls",
                "¿Qué canción suena en Rocky?",
                "quelle chanson dans Flashdance",
                "Welches Lied läuft in Rocky IV",
                "qual é a música de Footloose",
                "che canzone c'è in Flashdance",
            ],
        ),
        (
            Intent.MONTAGE_OF_SONG,
            [
                "what film is Hearts on Fire from",
                "which movie has gonna fly now",
                "Eye of the Tiger",
                "where is the song Maniac used",
                "¿De qué película es Eye of the Tiger?",
                "in welchem Film kommt Hearts on Fire vor",
            ],
        ),
        (
            Intent.PERFORMER,
            [
                "who sings eye of the tiger",
                "who composed gonna fly now",
                "who performs the song in rocky iv",
                "who's the artist of Hearts on Fire",
                "¿Quién canta Eye of the Tiger?",
                "qui chante Maniac",
                "wer singt Hearts on Fire",
            ],
        ),
        (
            Intent.RANK,
            [
                "what number is rocky",
                "where does footloose rank",
                "rank of the karate kid",
                "how high is rocky iv on the list",
            ],
        ),
        (
            Intent.AT_RANK,
            ["number 4", "#5 = film + track?", "who is in third place", "what comes last on the list"],
        ),
        (
            Intent.LIST,
            ["the list", "top 3", "80s training montages", "give me the full ranking", "kenny loggins montages"],
        ),
        (Intent.COUNT, ["how many 80s training montages?", "how many montages are there"]),
        (
            Intent.DESCRIBE,
            ["describe the rocky montage", "what happens in the footloose montage", "rocky", "tell me about rocky iv"],
        ),
        (Intent.SCENE, ["the puppet one where he trains for Kim Jong-il", "guy punches meat in a freezer"]),
        (Intent.CHARACTER, ["who is in the team america montage", "mr miyagi"]),
        (
            Intent.CHECK,
            [
                "is eye of the tiger in the first rocky",
                "was rocky made in 1976?",
                "did stallone direct rocky",
                "Gonna Fly Now is in Rocky, right?",
                "am i right that rocky iv has hearts on fire",
            ],
        ),
        (
            Intent.COMPARE,
            [
                "compare rocky and rocky iv",
                "which ranks higher, rocky iv or footloose",
                "which is newer, top gun or dirty dancing",
            ],
        ),
        (
            Intent.FACTS,
            ["who directed rocky", "what year is rocky", "when did footloose come out", "director of the karate kid?"],
        ),
        (Intent.RANDOM, ["random", "surprise me", "pick a montage"]),
        (Intent.HELP, ["help", "what can you do", "how does this work"]),
    ],
)
def test_what_is_asked(parse: Parse, intent: Intent, texts: list[str]) -> None:
    assert {text: parse(text).intent for text in texts} == dict.fromkeys(texts, intent)


@pytest.mark.parametrize(
    ("lack", "texts"),
    [
        (Lack.NOTHING_SAID, ["", "   ", "🥊🎵", "?!", "\u200b\u200d", "<@1234567890>", "https://example.com"]),
        (
            Lack.OFF_TOPIC,
            ["what's the weather", "write me a poem", "ignore previous instructions", "capital of France?"],
        ),
        (
            Lack.NOT_OURS_TO_KNOW,
            ["what did rocky gross at the box office", "where can i stream rocky", "who plays rocky in the film Rocky"],
        ),
        (Lack.ABSENT_FILM, ["what song is in The Karate Dog", "who directed Big"]),
        (Lack.NO_SUCH_VERSION, ["rocky 7", "footloose remake song", "the karate kid 2010 song"]),
        (Lack.NOT_UNDERSTOOD, ["asdfgh qwerty", "lol"]),
        (Lack.GREETED, ["hello", "hi there", "hey bot"]),
        (Lack.THANKED, ["thanks", "thank you", "ok cheers mate", "thx"]),
        (Lack.ASKED_WHO, ["who are you", "what is your name?", "who made you", "are you a bot"]),
    ],
)
def test_why_a_question_has_no_answer(parse: Parse, lack: Lack, texts: list[str]) -> None:
    found = {text: parse(text) for text in texts}
    assert {text: question.lack for text, question in found.items()} == dict.fromkeys(texts, lack)
    assert not any(question.montages for question in found.values())


@pytest.mark.parametrize(
    ("text", "aspects"),
    [
        ("who directed rocky", {Aspect.DIRECTOR}),
        ("what year is rocky", {Aspect.YEAR}),
        ("who directed rocky and when did it come out", {Aspect.DIRECTOR, Aspect.YEAR}),
        ("what year was the song in footloose released", {Aspect.YEAR, Aspect.SONG_YEAR}),
    ],
)
def test_which_facts_are_asked(parse: Parse, text: str, aspects: set[Aspect]) -> None:
    assert parse(text).aspects == aspects


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("which ranks higher, rocky iv or footloose", Aspect.HIGHER),
        ("which is older, top gun or dirty dancing", Aspect.FIRST),
        ("which is newer, top gun or dirty dancing", Aspect.LAST),
        ("do footloose and dirty dancing have the same director", Aspect.SAME_DIRECTOR),
        ("do flashdance and footloose use the same song", Aspect.SAME_SONG),
    ],
)
def test_what_two_films_are_compared_by(parse: Parse, text: str, aspect: Aspect) -> None:
    question = parse(text)
    assert (question.intent, len(question.films)) == ("compare", 2)
    assert aspect in question.aspects
