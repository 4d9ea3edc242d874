"""Which machines may be asked: public ones alone, and every address of a name is looked at.

After the IANA special-purpose address registries (RFC 6890 and its successors). ``ipaddress.is_global`` says True for
some that are not public: multicast, site-local, and addresses that carry an inner IPv4 address.
"""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from verifier.domain.errors import ReadError
from verifier.session.fetching.caps import Meter
from verifier.session.fetching.names import resolve_within

_NEVER_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "100.64.0.0/10",  # shared by a provider's customers
        "192.0.0.0/24",  # protocol assignments
        "192.88.99.0/24",  # relays of 6to4, abandoned
        "168.63.129.16/32",  # a cloud's own service, under a public number
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")
_NEVER_6 = tuple(
    IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments, Teredo among them
        "2001:db8::/32",  # documentation
        "3fff::/20",  # documentation
    )
)
_NAT64 = IPv6Network("64:ff9b::/96")
_SIX_TO_FOUR = IPv6Network("2002::/16")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether an address, and any IPv4 address inside it, is one the whole internet can reach."""
    if isinstance(address, IPv4Address):
        special = address.is_multicast or address.is_reserved or any(address in each for each in _NEVER_4)
        return address.is_global and not special
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return is_public(address.ipv4_mapped)
    if (
        address in _NAT64
    ):  # the way to IPv4 on a network without it; 64:ff9b:1::/48 is for local use, never public
        return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
    if address in _SIX_TO_FOUR and not is_public(IPv4Address(int(address) >> 80 & 0xFFFFFFFF)):
        return False
    if _is_isatap(address) and not is_public(IPv4Address(int(address) & 0xFFFFFFFF)):
        return False
    return address in _PUBLIC_6 and not any(address in network for network in _NEVER_6)


def _is_isatap(address: IPv6Address) -> bool:
    """Whether an interface identifier carries an IPv4 address (RFC 5214)."""
    return int(address) >> 32 & 0xFDFFFFFF == 0x00005EFE


def find_addresses(host: str, port: int, meter: Meter) -> Sequence[str]:
    """The addresses of a host, each of them vetted, in the order to try them.

    Raises ReadError: url-unknown-host, url-not-public, url-too-slow.
    """
    try:
        found = resolve_within(meter.policy.resolver, host, port, meter.left())
        addresses = [ip_address(text) for text in found]
    except TimeoutError:
        meter.too_slow()
    except (OSError, ValueError) as error:  # among them UnicodeError, of a label that is too long
        raise ReadError("url-unknown-host", meter.where, host=host) from error
    if not addresses:
        raise ReadError("url-unknown-host", meter.where, host=host)
    for address in addresses:
        if not is_public(address) and not any(address in network for network in meter.policy.allowed):
            raise ReadError("url-not-public", meter.where, host=host, address=address)
    return [str(address) for address in addresses]
