"""How it is said: one pack a language, found by its code."""

from __future__ import annotations

from functools import cache

from languages.reading import Pack
from ontology.codes import Lang


@cache
def pack(lang: Lang) -> Pack:
    """The pack of a language; loaded when first asked for."""
    if lang == "zh":
        from languages.zh.pack import PACK as chinese  # noqa: PLC0415

        return chinese
    from languages.en.pack import PACK as english  # noqa: PLC0415

    return english
