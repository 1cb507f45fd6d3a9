"""Which language a text is in: Chinese, English, or none that is read here."""

from __future__ import annotations

import re
from collections import Counter

from kg.errors import EmptyDocumentError, UnknownLanguageError
from ontology.codes import Lang

SAMPLE = 50_000  # characters that are looked at
HAN_WEIGHT = 3  # a Chinese character says about as much as three letters
SCRIPTS = {
    "Han": re.compile("[\u3400-\u9fff\uf900-\ufaff]"),
    "Latin": re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]"),
    "Kana": re.compile("[\u3040-\u30ff]"),
    "Hangul": re.compile("[\uac00-\ud7af\u1100-\u11ff]"),
    "Cyrillic": re.compile("[\u0400-\u052f]"),
    "Arabic": re.compile("[\u0600-\u06ff]"),
    "Devanagari": re.compile("[\u0900-\u097f]"),
    "Thai": re.compile("[\u0e00-\u0e7f]"),
    "Greek": re.compile("[\u0370-\u03ff]"),
    "Tibetan": re.compile("[\u0f00-\u0fff]"),
    "Mongolian": re.compile("[\u1800-\u18af]"),
}
# The commonest function words, which no topic changes: the ones that languages share are left out.
WORDS = {
    "English": "the of and to in for is on that by with will be as at from was has have are its this which been were",
    "French": "le la les des du et est une dans pour que qui sur par au aux avec ce cette sont ont été plus",
    "Spanish": "el los las del y en una por con para que se su al como más sus este fue han será entre",
    "Portuguese": "os das dos da do e em uma por com para que não ao na no sua mais foi será pela pelo são",
    "German": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine wird werden auch",
    "Italian": "il lo gli di del della e che per una con non sono nel alla dei delle è più anche",
    "Dutch": "het een van en de voor met zijn op dat niet aan er ook worden bij naar wordt",
    "Indonesian": "yang dan di untuk dengan dari pada dalam ini itu akan oleh tidak adalah telah",
    "Vietnamese": "và của là các cho trong được với có một những không năm đến này",
    "Turkish": "ve bir bu için ile olarak olan daha çok gibi kadar sonra yıl",
}
FUNCTION = {name: frozenset(words.split()) for name, words in WORDS.items()}
ENOUGH = 12  # words of a text below which its letters decide
LEAST = 0.04  # share of function words that running English does not go below
KINDS = 3  # different ones that it has


def language(text: str, name: str) -> Lang:
    """The language of a text: by its script, and for Latin letters by its function words.

    `name` is used in errors only. Raises EmptyDocumentError where there are no letters at all, and
    UnknownLanguageError for a third language.
    """
    sample = text[:SAMPLE]
    counts = {script: len(pattern.findall(sample)) for script, pattern in SCRIPTS.items()}
    if not any(counts.values()):
        what = "is empty" if not text.strip("\ufeff \t\r\n") else "holds no words"
        raise EmptyDocumentError(f"{name} {what}.", hint="Check that the file is complete.")
    script = _script(counts)
    if script == "Han":
        return "zh"
    found = _latin(sample) if script == "Latin" else f"{script} script"
    if found == "English":
        return "en"
    raise UnknownLanguageError(
        f"{name} seems to be in {found}: only Chinese and English are read.", hint="Load a translation of it."
    )


def _script(counts: dict[str, int]) -> str:
    weights = {script: count * HAN_WEIGHT if script == "Han" else count for script, count in counts.items()}
    if counts["Kana"] > 0.1 * (counts["Han"] + counts["Kana"]):
        weights["Kana"] += weights["Han"]  # Japanese mixes both
    return max(weights, key=weights.__getitem__)


def _latin(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text.lower())
    counts = Counter(words)
    shares = {lang: sum(counts[word] for word in common) / len(words) for lang, common in FUNCTION.items()}
    names = [lang for lang, common in FUNCTION.items() if sum(word in counts for word in common) >= KINDS]
    best = max(names, key=shares.__getitem__, default=None)
    if best and best != "English" and shares[best] > 1.5 * shares["English"] and shares[best] >= LEAST:
        return best
    if ("English" in names and shares["English"] >= LEAST) or (len(words) < ENOUGH and text.isascii()):
        return "English"
    return "a language that is not known here"
