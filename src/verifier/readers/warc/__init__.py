"""Web archives (WARC, and ARC before it): records of what web servers answered, some of them pages."""

from verifier.readers.warc.form import FORM, read_warc

__all__ = ["FORM", "read_warc"]
