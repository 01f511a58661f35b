"""Which addresses are on the public internet, and which lead into somebody's own network.

Sources: the IANA registries of special-purpose IPv4 and IPv6 addresses, RFC 6052 (addresses of IPv4 inside
IPv6), RFC 7526 (6to4 is no longer used). The tables are written here, as those of Python differ between
its versions.
"""

from __future__ import annotations

import ipaddress
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

from elshi.errors import Message

_V4 = {
    "0.0.0.0/8": Message("this network itself"),
    "10.0.0.0/8": Message("a private network"),
    "100.64.0.0/10": Message("a carrier's own network"),
    "127.0.0.0/8": Message("this machine itself"),
    "168.63.129.16/32": Message("a cloud's service for its own machines"),
    "169.254.0.0/16": Message("a link-local address"),
    "172.16.0.0/12": Message("a private network"),
    "192.0.0.0/24": Message("kept for protocols"),
    "192.0.2.0/24": Message("kept for documentation"),
    "192.88.99.0/24": Message("a relay that is no longer used"),
    "192.168.0.0/16": Message("a private network"),
    "198.18.0.0/15": Message("kept for measurements"),
    "198.51.100.0/24": Message("kept for documentation"),
    "203.0.113.0/24": Message("kept for documentation"),
    "224.0.0.0/4": Message("a multicast address"),
    "240.0.0.0/4": Message("kept for later use"),
}
_V6 = {
    "2001::/32": Message("a Teredo address"),
    "2001::/23": Message("kept for protocols"),
    "2001:db8::/32": Message("kept for documentation"),
    "2002::/16": Message("a 6to4 address"),
    "3fff::/20": Message("kept for documentation"),
    "64:ff9b:1::/48": Message("a translation of a private network"),
    "::/96": Message("this machine itself, or an old form of IPv4"),
    "100::/64": Message("a network that throws everything away"),
    "fc00::/7": Message("a private network"),
    "fe80::/10": Message("a link-local address"),
    "fec0::/10": Message("a private network"),
    "ff00::/8": Message("a multicast address"),
}
_V4_NETWORKS = tuple((IPv4Network(network), about) for network, about in _V4.items())
_V6_NETWORKS = tuple((IPv6Network(network), about) for network, about in _V6.items())
_PUBLIC_V6 = IPv6Network("2000::/3")  # all that is given out so far
# IPv4 inside IPv6: mapped, translated (SIIT), and as a network without IPv4 writes it (NAT64).
_CARRIERS = tuple(map(IPv6Network, ("::ffff:0:0/96", "::ffff:0:0:0/96", "64:ff9b::/96")))


def describe_private(address: str) -> str | None:
    """Return what `address` is where it is not on the public internet ('a private network'), else None.

    `address` is IPv4 or IPv6 as the system writes it, a zone ('%eth0') left in. Raises ValueError where it
    is no address.
    """
    parsed = ipaddress.ip_address(address)
    return _describe_v4(parsed) if isinstance(parsed, IPv4Address) else _describe_v6(parsed)


def _describe_v4(address: IPv4Address) -> str | None:
    return next((about for network, about in _V4_NETWORKS if address in network), None)


def _describe_v6(address: IPv6Address) -> str | None:
    plain = IPv6Address(int(address))  # without its zone
    if any(plain in carrier for carrier in _CARRIERS):
        return _describe_v4(IPv4Address(int(plain) & 0xFFFF_FFFF))
    told = next((about for network, about in _V6_NETWORKS if plain in network), None)
    return told or (None if plain in _PUBLIC_V6 else Message("no address that is given out"))
