"""The parts of a Word package and how they lead to one another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import unquote

from verifier.domain.errors import ReadError
from verifier.readers.packages import Package
from verifier.readers.word.names import attribute, short

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Relation:
    """Where a part leads: the last word of the relation's type, the part's name or the address outside."""

    id: str
    kind: str
    target: str
    outside: bool


@dataclass(slots=True)
class Parts:
    """The parts of a package, by their names whatever the case of their letters."""

    package: Package
    where: str
    main: str = ""
    _names: dict[str, str] = field(default_factory=dict)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find the main part. Raises ReadError("package-member-missing")."""
        self._names = {name.lower(): name for name in self.package.names}
        mains = [each.target for each in self.relations("") if each.kind == "officeDocument"]
        self.main = next(filter(self.has, mains), "word/document.xml")

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._names

    def root(self, name: str) -> _Element:
        """The root element of a part. Raises ReadError, as ``Package.xml`` does."""
        return self.package.xml(self._names.get(name.lower(), name))

    def relations(self, part: str) -> Iterator[Relation]:
        """Where a part leads, in the order of the file; "" is the package itself."""
        yield from self._related(part).values()

    def target(self, part: str, id: str | None) -> Relation | None:
        """The relation of a part that has an id; None where there is none."""
        return self._related(part).get(id or "")

    def of_kind(self, kind: str) -> list[str]:
        """The parts of one kind the main part leads to, that are there."""
        return [
            each.target for each in self.relations(self.main) if each.kind == kind and self.has(each.target)
        ]

    def _related(self, part: str) -> dict[str, Relation]:
        if part not in self._relations:
            folder, name = posixpath.split(part)
            listing = posixpath.join(folder, "_rels", name + ".rels")
            found = self._listed(listing, folder) if self.has(listing) else {}
            self._relations[part] = found
        return self._relations[part]

    def _listed(self, listing: str, folder: str) -> dict[str, Relation]:
        found: dict[str, Relation] = {}
        for element in self.root(listing):
            if short(element.tag) == "rel:Relationship":
                id, kind, target = (str(element.get(key, "")) for key in ("Id", "Type", "Target"))
                outside = element.get("TargetMode") == "External"
                place = target if outside else _resolved(folder, target)
                found.setdefault(id, Relation(id, kind.rpartition("/")[2], place, outside))
        return found

    def require_document(self) -> _Element:
        """The main part's root. Raises ReadError("package-member-missing"), or "word-other" where it is no text."""
        root = self.root(self.main)
        if short(root.tag) != "w:document":
            raise ReadError("word-other", self.where, member=self.main)
        return root


def _resolved(folder: str, target: str) -> str:
    """The name of the part a target leads to from a folder."""
    path = target if target.startswith("/") else posixpath.join("/", folder, target)
    return posixpath.normpath(unquote(path)).lstrip("/")


def related(element: _Element, name: str = "r:id") -> str | None:
    """The id of a relation that an element names."""
    return attribute(element, name)
