import pytest

from kg.errors import EmptyDocumentError, UnknownLanguageError
from loaders.readers.language import language


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("全市新建村卫生室12个。", "zh"),
        ("本市将推进 Internet Plus 医疗健康 (telemedicine) 建设,覆盖全部乡镇卫生院。", "zh"),
        ("The city will build 12 village clinics by the end of 2025.", "en"),
        ("Xinhua: The Luzhou (泸州) health commission said that beds rose to 4,000 in the city.", "en"),
        ("12 village clinics built", "en"),
    ],
)
def test_language_is_told_by_script_and_function_words(text: str, lang: str) -> None:
    assert language(text, "a.txt") == lang


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Министерство здравоохранения построит 12 больниц.", "Cyrillic"),
        ("保健省は2025年までに病院を12か所整備する。", "Kana"),
        ("보건복지부는 2025년까지 병원 12곳을 짓는다.", "Hangul"),
        ("स्वास्थ्य मंत्रालय 12 अस्पताल बनाएगा।", "Devanagari"),
        ("Le ministère de la santé va bâtir douze hôpitaux dans les villes et les régions.", "French"),
        ("El ministerio de salud construirá doce hospitales en las ciudades y los pueblos.", "Spanish"),
        ("Das Ministerium wird bis 2025 zwölf Häuser in den Ländern und Kreisen für die Menschen bauen.", "German"),
        ("Ministerstwo zbuduje do roku 2025 szpitale w powiatach oraz przychodnie w gminach kraju.", "not known"),
    ],
)
def test_language_refuses_a_third_language_by_name(text: str, named: str) -> None:
    with pytest.raises(UnknownLanguageError, match=named):
        language(text, "a.txt")


@pytest.mark.parametrize(
    ("text", "what"), [("", "is empty"), ("\ufeff \r\n\t", "is empty"), ("12 + 30%\n***", "no words")]
)
def test_language_refuses_text_without_words(text: str, what: str) -> None:
    with pytest.raises(EmptyDocumentError, match=what):
        language(text, "a.txt")
