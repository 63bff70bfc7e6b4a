"""Where a claim says that a montage is set, beside where it is."""

from __future__ import annotations

from bot.answers.findings import Finding
from bot.knowledge.model import Montage
from bot.knowledge.names import folded
from bot.language.lexicon import regions, towns


def setting_found(claimed: str, montage: Montage) -> Finding:
    """Whether a montage is set where it is said to be: no only where two towns are known to be apart."""
    setting = montage.entry.setting or ""
    own, said = folded(setting), folded(claimed)
    truth = f"in {montage.film.label} it is set in {setting}."
    if _holds(own, said) or _holds(said, own):
        return Finding(True, truth)
    town = any(_holds(own, town) for town in towns()) or _is_in_a_region(setting)
    apart = town and said in towns()
    return Finding(False if apart else None, truth)


def _is_in_a_region(setting: str) -> bool:
    """Whether it is a town by the region behind it: "Aurora, Illinois"."""
    name, _, region = setting.partition(", ")
    return " " not in name and folded(region) in regions()


def _holds(text: str, words: str) -> bool:
    return bool(words) and f" {words} " in f" {text} "
