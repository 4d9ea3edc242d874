"""The translations: whole, with the same names to fill in, in the plural forms of their language, compiled as found."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError
from hatch_build import compile_translations
from tests.i18n.catalogues import TEMPLATE, forms, read, template, translations, untranslated

from verifier.i18n import ENGLISH, language_in_use, translator
from verifier.i18n.catalogues import catalogue, has_catalogue, languages
from verifier.i18n.numbers import grouped
from verifier.i18n.system import variants, wished
from verifier.i18n.vocabulary import WORDS, name_of

TRANSLATIONS = translations()
CATALOGUES = [pytest.param(read(path), id=path.parents[1].name) for path in TRANSLATIONS]
AGAIN = "Run `python -m tests.i18n.catalogues`."

SLOT = re.compile(r"\{\w*\}|%\(\w+\)[a-z]|%[a-z]")


def sources(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, tuple | list) else (str(message.id),)


def messages(catalogue_: Catalog) -> list[Message]:
    return [message for message in catalogue_ if message.id]


def keys(catalogue_: Catalog) -> set[tuple[str, tuple[str, ...]]]:
    return {(message.context or "", sources(message)) for message in messages(catalogue_)}


def test_there_is_a_russian_translation() -> None:
    assert "ru" in [path.parents[1].name for path in TRANSLATIONS]


def test_the_template_holds_every_string_of_the_program_and_no_other() -> None:
    kept, now = keys(read(TEMPLATE)), keys(template())
    assert len(now) > 900
    assert kept - now == set(), AGAIN
    assert now - kept == set(), AGAIN


@pytest.mark.parametrize("found", CATALOGUES)
def test_everything_is_translated(found: Catalog) -> None:
    assert keys(template()) - keys(found) == set(), AGAIN
    assert [message.id for message in untranslated(found)] == []


@pytest.mark.parametrize("found", CATALOGUES)
def test_a_translation_has_the_names_of_its_original(found: Catalog) -> None:
    """A singular may leave the number out, as English does; nothing may name what is not there to be filled in."""
    for message in messages(found):
        original = sources(message)
        needed = set(SLOT.findall(original[-1]))
        for words in filter(None, forms(message)):
            assert set(SLOT.findall(words)) == needed, (message.id, words)


@pytest.mark.parametrize("found", CATALOGUES)
def test_plurals_have_the_forms_of_the_language(found: Catalog) -> None:
    counted = [message for message in messages(found) if len(sources(message)) == 2]
    assert len(counted) > 15
    assert {len(forms(message)) for message in counted} == {found.num_plurals}
    if str(found.locale) == "ru":
        assert found.num_plurals == 3


def test_russian_counts_as_russian_does() -> None:
    compile_translations()
    many = translator("ru").ngettext
    said = [
        many("{count} link", "{count} links", n).format(count=n)
        for n in (0, 1, 2, 5, 11, 12, 21, 22, 25, 101)
    ]
    assert said == [
        "0 связей",
        "1 связь",
        "2 связи",
        "5 связей",
        "11 связей",
        "12 связей",
        "21 связь",
        "22 связи",
        "25 связей",
        "101 связь",
    ]


def test_thousands_are_set_apart_as_the_language_does() -> None:
    compile_translations()
    assert grouped(1234567, ENGLISH) == "1,234,567"
    assert grouped(1234567, translator("ru")) == "1\u202f234\u202f567"
    assert grouped(999, translator("ru")) == "999"


@pytest.mark.parametrize("found", CATALOGUES)
def test_blanks_lines_and_ends_are_as_in_the_original(found: Catalog) -> None:
    for message in messages(found):
        original = sources(message)[-1]
        for words in filter(None, forms(message)):
            assert words.startswith(" ") == original.startswith(" "), words
            assert words.endswith(" ") == original.endswith(" "), words
            assert words.count("\n") == original.count("\n"), words
            assert "..." not in words
            if " " in original:  # what is a word or less is no sentence: “No.” is “№”
                assert words.endswith((".", "с.", "н.")) == original.endswith("."), (original, words)


@pytest.mark.parametrize("found", CATALOGUES)
def test_menus_have_a_letter_each_and_no_letter_twice(found: Catalog) -> None:
    titles = [message for message in messages(found) if re.match(r"&[A-Z]", sources(message)[0])]
    letters = Counter(forms(message)[0].partition("&")[2][:1].casefold() for message in titles)
    assert len(titles) > 5
    assert "" not in letters
    assert set(letters.values()) == {1}


def test_russian_is_set_as_russian_is() -> None:
    """Guillemets and dashes with blanks; no English quotation marks; the labels cannot be taken for each other."""
    (path,) = [path for path in TRANSLATIONS if path.parents[1].name == "ru"]
    for message in messages(read(path)):
        for words in filter(None, forms(message)):
            outside = re.sub(r"„[^„“]*“", "", words.replace('"docx"', ""))  # „inner marks“ are Russian
            assert not re.search(r"[“”\"]|\w—|—\w|(?<!:) - ", outside), words
            assert words.count("«") == words.count("»"), words
    labels = [
        name_of("label", key, translator("ru")) for key in ("verified", "disputed", "unconfirmed", "none")
    ]
    assert labels == ["подтверждено", "оспорено", "не установлено", "не проверено"]


def test_the_words_of_a_vocabulary_are_translated_by_what_they_mean() -> None:
    compile_translations()
    words = translator("ru")
    assert words.pgettext("label", "unconfirmed") == "не установлено"
    assert words.pgettext("kind", "date") == "дата"
    for key in WORDS:
        vocabulary, _, name = key.partition(".")
        assert name_of(vocabulary, name, words) != name_of(vocabulary, name) or not WORDS[key]


# -- the translator -------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Translations of their own: two words of Portuguese, compiled by the build."""
    for language, word in (("pt", "guardar"), ("pt_BR", "salvar")):
        path = tmp_path / language / "LC_MESSAGES" / "verifier.po"
        path.parent.mkdir(parents=True)
        path.write_text(
            f'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\nLanguage: {language}\\n"\n\n'
            f'msgid "Save"\nmsgstr "{word}"\n',
            "utf-8",
        )
    assert len(compile_translations(tmp_path)) == 2
    return tmp_path


def test_a_language_is_found_by_its_nearest_name(folder: Path) -> None:
    assert translator("pt_BR", folder).gettext("Save") == "salvar"
    assert translator("pt-BR.UTF-8", folder).gettext("Save") == "salvar"
    assert translator("pt_AO", folder).gettext("Save") == "guardar"
    assert list(variants("zh_Hant_TW.UTF-8@x")) == ["zh_Hant_TW", "zh_Hant", "zh"]


def test_a_translator_goes_to_another_process_with_its_language(folder: Path) -> None:
    here = translator("pt", folder)
    assert here.gettext("Save") == "guardar"
    assert pickle.loads(pickle.dumps(here)).gettext("Save") == "guardar"


def test_what_has_no_translation_stays_english(folder: Path) -> None:
    words = translator("pt", folder)
    assert words.gettext("Cancel") == "Cancel"
    assert words.ngettext("{n} word", "{n} words", 2) == "{n} words"
    assert words.pgettext("label", "verified") == "verified"
    assert translator("xx", folder) is ENGLISH
    assert translator("en", folder) is ENGLISH
    assert translator("../pt", folder) is ENGLISH


def test_a_translation_that_cannot_be_read_is_none(folder: Path) -> None:
    (folder / "pt" / "LC_MESSAGES" / "verifier.mo").write_bytes(b"no catalogue")
    assert translator("pt", folder).gettext("Save") == "Save"


def test_the_system_is_asked_as_gettext_asks() -> None:
    assert wished({"LANG": "ru_RU.UTF-8"}) == ["ru_RU.UTF-8"]
    assert wished({"LANGUAGE": "xx:ru", "LANG": "de_DE"}) == ["xx", "ru", "de_DE"]
    assert wished({"LC_ALL": "ru_RU", "LANG": "de_DE"}) == ["ru_RU"]
    assert wished({"LC_ALL": "", "LC_MESSAGES": "de_DE", "LANG": "ru_RU"}) == ["de_DE"]
    assert wished({"LC_ALL": "C", "LANGUAGE": "ru"}) == []


@pytest.mark.parametrize(
    ("environment", "used"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "xx:ru:en"}, "ru"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "xx_XX"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "C"}, "en"),
        ({}, "en"),
    ],
)
def test_the_systems_language_is_used_where_none_is_chosen(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], used: str
) -> None:
    compile_translations()
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language_in_use() == used


def test_each_language_names_itself() -> None:
    compile_translations()
    assert languages()["en"] == "English"
    assert languages()["ru"] == "Русский"
    assert not has_catalogue("xx")
    with pytest.raises(FileNotFoundError):
        catalogue("xx")


# -- the build ------------------------------------------------------------------------------------------------


def test_a_compiled_translation_that_is_current_is_left_alone(folder: Path) -> None:
    (compiled,) = [path for path in folder.rglob("*.mo") if "BR" not in str(path)]
    before = compiled.stat().st_mtime_ns
    compile_translations(folder)
    assert compiled.stat().st_mtime_ns == before
    source = compiled.with_suffix(".po")
    source.write_text(source.read_text("utf-8").replace("guardar", "gravar"), "utf-8")
    compile_translations(folder)
    assert translator("pt", folder).gettext("Save") == "gravar"
    assert not [path for path in folder.rglob("*") if path.name.startswith(".")]


def test_a_damaged_catalogue_fails_the_build(folder: Path) -> None:
    (folder / "pt" / "LC_MESSAGES" / "verifier.po").write_text('msgid "Save"\nnonsense\n', "utf-8")
    with pytest.raises(PoFileError):
        compile_translations(folder)


def test_every_file_of_a_translation_is_where_it_is_looked_for() -> None:
    for path in TRANSLATIONS:
        assert path.name == "verifier.po"
        assert path.with_suffix(".mo") in compile_translations()
