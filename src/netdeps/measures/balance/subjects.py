"""Which issue of the agenda a dossier is about."""

from __future__ import annotations

from netdeps.model import Network


def issue_of(dossier: str | None, network: Network) -> str | None:
    """Give the issue whose id, or else whose title, is the name of a dossier.

    Capitals and outer spaces make no difference; None where no issue, or more than one, is called so.
    """
    name = _plain(dossier or "")
    by_id = [one.id for one in network.issues if name and _plain(one.id) == name]
    found = by_id or [one.id for one in network.issues if name and _plain(one.title) == name]
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    return text.strip().casefold()
