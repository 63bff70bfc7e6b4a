"""Every form of question there is: a new kind is a new file in this folder, and no other file has to know of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from bot.language import forms as folder
from bot.language.forms.form import Form, Forms, Library


def every_form(library: Library) -> Forms:
    """The forms that the modules of this folder offer, each by its function `forms`. Their order means nothing."""
    return tuple(form for offer in _offers() for form in offer(library))


def _offers() -> Iterator[Callable[[Library], tuple[Form, ...]]]:
    for found in iter_modules(folder.__path__, f"{folder.__name__}."):
        offer = getattr(import_module(found.name), "forms", None)
        if offer is not None:
            yield offer
