"""The catalogues: ``python -m tests.i18n.catalogues`` writes ``verifier.pot`` anew from the code, brings every
translation up to it, compiles them and says what is still untranslated. A new language begins with its folder:
``python -m tests.i18n.catalogues de``.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from hatch_build import compile_translations
from tests.i18n.strings import found_in_program

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"
TEMPLATE = TRANSLATIONS / "verifier.pot"
WIDTH = 110

HEADER = """\
# Translations of Verifier, the workbench for source verification.
# How to work on them: docs/translating.md
#"""


def template() -> Catalog:
    """The catalogue of every string of the program, without translations."""
    made = Catalog(project="Verifier", version="", charset="utf-8", header_comment=HEADER, fuzzy=False)
    every = found_in_program()
    plurals = {(one.context, one.words): one.plural for one in every if one.plural}
    for one in every:
        plural = plurals.get((one.context, one.words))
        identity = (one.words, plural) if plural else one.words
        made.add(identity, context=one.context or None, locations=[(one.file, one.line)])
    return made


def read(path: Path) -> Catalog:
    """A catalogue from its file."""
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.parents[1].name)


def write(path: Path, catalogue: Catalog) -> None:
    """Write a catalogue the way we keep it: files without line numbers, the oldest entries not kept, no dates."""
    made = BytesIO()
    write_po(made, catalogue, width=WIDTH, ignore_obsolete=True, include_lineno=False, sort_by_file=True)
    lines = made.getvalue().decode().splitlines()
    dated = ("POT-Creation-Date", "PO-Revision-Date", "Last-Translator", "Language-Team", "Generated-By")
    dropped = tuple(f'"{name}' for name in (*dated, "Project-Id-Version", "Report-Msgid-Bugs-To"))
    path.write_text("\n".join(line for line in lines if not line.startswith(dropped)) + "\n", "utf-8")


def translations() -> list[Path]:
    """The translations there are."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/verifier.po"))


def untranslated(catalogue: Catalog) -> list[Message]:
    """The messages without words in this language, or with words somebody should look at."""
    return [one for one in catalogue if one.id and (one.fuzzy or not all(forms(one)))]


def forms(message: Message) -> tuple[str, ...]:
    """The words of a message in this language: one, or one for each plural form; "" where there are none."""
    words = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(one or "" for one in words)


def begin(language: str) -> None:
    """Make the empty translation of a language that has none yet. Raises babel's UnknownLocaleError."""
    path = TRANSLATIONS / language / "LC_MESSAGES" / "verifier.po"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, Catalog(locale=Locale.parse(language), project="Verifier", version="", fuzzy=False))


def bring_up() -> None:
    """Write the template, merge it into every translation, and compile these."""
    newest = template()
    write(TEMPLATE, newest)
    for path in translations():
        catalogue = read(path)
        catalogue.update(
            newest, no_fuzzy_matching=True, update_header_comment=True, update_creation_date=False
        )
        write(path, catalogue)
        left = untranslated(catalogue)
        print(f"{path.parents[1].name}: {len(catalogue)} messages, {len(left)} to translate")
        for message in left:
            print("   ", message.id)
    compile_translations()


if __name__ == "__main__":
    for one in sys.argv[1:]:
        begin(one)
    bring_up()
