"""OpenDocument texts made for tests, as packages or as single files."""

from __future__ import annotations

from tests.readers.zips import zipped

from verifier.readers.odt.names import SPACES

MIME = "application/vnd.oasis.opendocument.text"
_DECLARED = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items() if prefix != "xml")


def root(name: str, inside: str) -> str:
    """A root element with all namespaces declared."""
    return f'<{name} {_DECLARED} office:version="1.3">{inside}</{name}>'


def odt(
    body: str, *, styles: str = "", automatic: str = "", masters: str = "", meta: str = "", manifest: str = ""
) -> bytes:
    """A package: the text's body, named styles, styles made on the way, master pages, properties."""
    return zipped(
        {
            "mimetype": MIME,
            "content.xml": root(
                "office:document-content",
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:text>{body}</office:text></office:body>",
            ),
            "styles.xml": root(
                "office:document-styles",
                f"<office:styles>{styles}</office:styles><office:master-styles>{masters}</office:master-styles>",
            ),
            "meta.xml": root("office:document-meta", f"<office:meta>{meta}</office:meta>"),
            "META-INF/manifest.xml": root("manifest:manifest", manifest),
        }
    )


def fodt(body: str, *, styles: str = "", automatic: str = "", masters: str = "", meta: str = "") -> bytes:
    """The same in a single file."""
    inside = (
        f"<office:meta>{meta}</office:meta><office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:master-styles>{masters}</office:master-styles>"
        f"<office:body><office:text>{body}</office:text></office:body>"
    )
    whole = root("office:document", inside).replace(
        "office:version", f'office:mimetype="{MIME}" office:version', 1
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{whole}'.encode()


def p(inside: str, style: str = "Standard") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def style(name: str, *, base: str = "", family: str = "paragraph", text: str = "", more: str = "") -> str:
    """A style."""
    based = f' style:parent-style-name="{base}"' if base else ""
    look = f"<style:text-properties {text}/>" if text else ""
    return f'<style:style style:name="{name}" style:family="{family}"{based} {more}>{look}</style:style>'


def table(*rows: tuple[str, ...]) -> str:
    """A table of cells that are plain words or blocks."""
    made = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell>{each if each.startswith('<') else p(each)}</table:table-cell>"
            for each in row
        )
        + "</table:table-row>"
        for row in rows
    )
    return f'<table:table table:name="never"><table:table-column/>{made}</table:table>'
