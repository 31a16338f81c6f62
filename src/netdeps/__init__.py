"""netdeps: who needs whom, who talks to whom, and what is missing to carry it.

A *network* is what people said at one moment; an *analysis* is a function from a network to
findings. Importing this package is cheap: what is listed here loads when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from netdeps.editions import Edition, edition
    from netdeps.errors import NetdepsError
    from netdeps.formats import read, write
    from netdeps.model import (
        Agreement,
        Chain,
        ChainStage,
        Claim,
        Concern,
        Contact,
        Contribution,
        Dependency,
        FeltBalance,
        Governance,
        Hat,
        History,
        Interview,
        Issue,
        Kind,
        Median,
        Network,
        Offer,
        OfferCondition,
        Organisation,
        Rating,
        Release,
        Said,
        Stake,
        Step,
        Table,
        Valuation,
        Wait,
    )

__version__ = "0.1.0"

__all__ = [
    "Agreement",
    "Chain",
    "ChainStage",
    "Claim",
    "Concern",
    "Contact",
    "Contribution",
    "Dependency",
    "Edition",
    "FeltBalance",
    "Governance",
    "Hat",
    "History",
    "Interview",
    "Issue",
    "Kind",
    "Median",
    "NetdepsError",
    "Network",
    "Offer",
    "OfferCondition",
    "Organisation",
    "Rating",
    "Release",
    "Said",
    "Stake",
    "Step",
    "Table",
    "Valuation",
    "Wait",
    "edition",
    "read",
    "write",
]

_PLACES = {
    "Edition": "netdeps.editions",
    "edition": "netdeps.editions",
    "NetdepsError": "netdeps.errors",
    "read": "netdeps.formats",
    "write": "netdeps.formats",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562: whatever the name stands for
    if name not in __all__:
        raise AttributeError(f"module 'netdeps' has no attribute {name!r}")
    return getattr(import_module(_PLACES.get(name, "netdeps.model")), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
