"""Hypothesis strategies for networks.

``networks`` draws every list of records with every field, and texts that try to be difficult: for
what is read, written, shown and reduced. ``cases`` draws what measures read, with an id for every
statement: for what is computed.
"""

import datetime as dt
from collections.abc import Sequence
from itertools import combinations
from typing import Any, get_args

from hypothesis import strategies as st

from netdeps import Network
from netdeps.model import KNOWN_KINDS, LEVELS, OUTSIDE, TOGETHER
from netdeps.model.agenda import Backing, Stage
from netdeps.model.base import Setting, Visibility
from netdeps.model.governance import Degree, GovernanceForm
from netdeps.model.organisations import Topic
from netdeps.model.release import Ground
from netdeps.model.voices import Condition
from netdeps.model.walk import Layout, View

Strategy = st.SearchStrategy[Any]

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><b>",
    "{count} {0} %s $x",
    "=1+1",
    "a|b",
    "a; b, c",
    'say "so"',
    "O'Neill & Zn.",
    "two\nlines",
    "tab\there",
    " space ",
    "yes",
    "null",
    "1e3",
    "2021-04-28",
    "- dash",
    "# hash",
    "é€😀",
    "\u202eturned",
)
"""Texts that a format or a page may take for something else."""

READABLE = st.characters(categories=("L", "N", "P", "S"), exclude_characters="|")


def texts() -> Strategy:
    """Any text that a record can hold."""
    anything = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    return st.sampled_from(HOSTILE) | st.text(anything, max_size=8)


def ids() -> Strategy:
    """Any id that a record can have."""
    odd = st.text(READABLE, min_size=1, max_size=6)
    plain = st.text("abcxyz-_0123", min_size=1, max_size=5)
    return (plain | odd).filter(lambda one: one.isprintable() and one not in {OUTSIDE, TOGETHER})


def shares() -> Strategy:
    return st.sampled_from([0.0, 0.25, 0.5, 0.9, 1.0]) | st.floats(0, 1)


def amounts() -> Strategy:
    return st.sampled_from([0.0, 0.1, 1.0, 12.5, 1e15]) | st.floats(0, 1e15)


def days() -> Strategy:
    return st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def maybe(strategy: Strategy) -> Strategy:
    return st.none() | strategy


def some(items: Sequence[str], *, least: int = 0, most: int = 3) -> Strategy:
    """A few different ones of these."""
    if not items:
        return st.just([])
    top = max(least, min(most, len(items)))
    return st.lists(st.sampled_from(items), min_size=least, max_size=top, unique=True)


def one_of(words: Any) -> Strategy:
    return st.sampled_from(get_args(words))


level_or_none = maybe(st.sampled_from(LEVELS))


def said(names: Sequence[str]) -> Strategy:
    """Who said it, with any of its fields left out."""
    speaker = maybe(st.sampled_from(names)) if names else st.none()
    return st.fixed_dictionaries(
        {},
        optional={
            "by": speaker,
            "level": level_or_none,
            "person": maybe(texts()),
            "hat": maybe(texts()),
            "setting": maybe(one_of(Setting)),
            "date": maybe(days()),
            "confidence": shares(),
            "visibility": one_of(Visibility),
            "source": maybe(texts()),
            "remark": maybe(texts()),
        },
    )


def replies(names: Sequence[str]) -> Strategy:
    """What was said of a need or a contribution later, by anybody."""
    reply = st.fixed_dictionaries(
        {"says": st.sampled_from(["confirmed", "denied"]), "said": said(names)}
    )
    return st.lists(reply, max_size=2)


class Rows:
    """The strategies for the rows of each list, once the names in them are drawn."""

    def __init__(self, names: list[str], issues: list[str], kinds: list[str]) -> None:
        self.names, self.issues, self.kinds = names, issues, kinds
        self.party = st.sampled_from(names) if names else st.nothing()
        self.two = st.permutations(names).map(lambda order: list(order[:2]))
        self.statement: dict[str, Strategy] = {"said": said(names), "illustrative": st.booleans()}

    def record(self, always: dict[str, Strategy], sometimes: dict[str, Strategy]) -> Strategy:
        return st.fixed_dictionaries(always, optional={**sometimes, **self.statement})

    def interviews(self) -> Strategy:
        topics = st.lists(one_of(Topic), unique=True, max_size=4)
        return self.record(
            {"organisation": self.party, "asked": topics},
            {"level": level_or_none, "date": maybe(days())},
        )

    def dependencies(self) -> Strategy:
        """A need of two or more may include whoever needs it, and somebody outside."""

        def of(parties: list[str]) -> Strategy:
            depender, other = parties
            more = some([one for one in (*self.names, OUTSIDE) if one != other], most=3)
            dependees = more.map(lambda rest: [other, *rest]).flatmap(st.permutations)
            return self.record(
                {"depender": st.just(depender), "dependum": texts(), "dependees": dependees},
                {
                    "mode": st.sampled_from(["any", "all"]),
                    "importance": st.integers(1, 3),
                    "essential": st.booleans(),
                    "level": level_or_none,
                    "issue": self.issue(),
                    "barrier": maybe(texts()),
                    "acknowledged_by": some(self.names),
                    "replies": replies(self.names),
                },
            )

        return self.two.flatmap(of)

    def waits(self) -> Strategy:
        def of(parties: list[str]) -> Strategy:
            waiter, other = parties
            more = some([one for one in (*self.names, OUTSIDE) if one not in parties], most=2)
            return self.record(
                {"waiter": st.just(waiter), "awaited": more.map(lambda rest: [other, *rest])},
                {"mode": st.sampled_from(["any", "all"]), "what": texts()},
            )

        return self.two.flatmap(of)

    def contacts(self) -> Strategy:
        """Contacts at one level, at all of them, and across two levels, also of one organisation."""
        sometimes = {
            "exists": st.booleans(),
            "quality": maybe(shares()),
            "persons": st.lists(texts(), max_size=2),
        }
        one_level = self.record({"between": self.two}, {**sometimes, "level": level_or_none})
        within = self.party.map(lambda one: [one, one])
        levels = st.permutations(LEVELS)
        crossed = st.builds(
            lambda row, order: {**row, "level": order[0], "other_level": order[1]},
            self.record({"between": self.two | within}, sometimes),
            levels,
        )
        return one_level | crossed

    def contributions(self) -> Strategy:
        def of(parties: list[str]) -> Strategy:
            giver, other = parties
            return self.record(
                {
                    "giver": st.just(giver),
                    "taker": st.sampled_from([other, TOGETHER]),
                    "resource": texts(),
                },
                {
                    "amount": maybe(amounts()),
                    "unit": maybe(texts()),
                    "dossier": maybe(texts()),
                    "status": st.sampled_from(["promised", "delivered"]),
                    "replies": replies(self.names),
                },
            )

        return self.two.flatmap(of)

    def valuations(self) -> Strategy:
        worth = st.sampled_from([0.1, 1.0, 300.0])
        return self.record(
            {"organisation": self.party, "resource": texts(), "worth": worth},
            {"unit": maybe(texts())},
        )

    def felt_balances(self) -> Strategy:
        felt = st.integers(-2, 2)
        return self.record({"organisation": self.party, "felt": felt}, {"dossier": maybe(texts())})

    def hats(self) -> Strategy:
        return self.record(
            {"organisation": self.party, "role": texts()}, {"dossier": maybe(texts())}
        )

    def governance(self) -> Strategy:
        party = maybe(self.party) if self.names else st.none()
        return self.record(
            {},
            {
                "form": maybe(one_of(GovernanceForm)),
                "convener": party,
                "agenda_setter": party,
                "trust": maybe(one_of(Degree)),
                "participants": maybe(st.sampled_from(["few", "moderate", "many"])),
                "goal_consensus": maybe(one_of(Degree)),
                "competencies": maybe(one_of(Degree)),
            },
        )

    def issue(self) -> Strategy:
        return maybe(st.sampled_from(self.issues)) if self.issues else st.none()

    def issue_named(self, name: str) -> Strategy:
        others = [one for one in self.issues if one != name]
        return self.record(
            {"id": st.just(name)},
            {
                "title": texts(),
                "involved": some(self.names),
                "requires_kinds": some(self.kinds),
                "owner": maybe(self.party) if self.names else st.none(),
                "mandate_level": level_or_none,
                "deadline": maybe(days()),
                "urgency": maybe(shares()),
                "commitment": maybe(shares()),
                "feasibility": maybe(shares()),
                "content": maybe(one_of(Stage)),
                "relations": maybe(one_of(Stage)),
                "procedure": maybe(one_of(Stage)),
                "depends_on": some(others),
            },
        )

    def tables(self) -> Strategy:
        return self.record(
            {"id": ids()},
            {
                "name": texts(),
                "level": level_or_none,
                "members": some(self.names),
                "issues": some(self.issues),
                "per_year": maybe(st.sampled_from([0.5, 4.0, 12.0])),
            },
        )

    def chains(self) -> Strategy:
        def of(names: list[str]) -> Strategy:
            stages = [
                st.fixed_dictionaries(
                    {"name": st.just(name)},
                    optional={
                        "organisations": some(self.names),
                        "follows": some(names[:number]),
                    },
                )
                for number, name in enumerate(names)
            ]
            return self.record({"id": ids(), "stages": st.tuples(*stages)}, {"name": texts()})

        return st.lists(texts(), max_size=3, unique=True).flatmap(of)

    def stakes(self) -> Strategy:
        condition = st.fixed_dictionaries(
            {"organisation": st.sampled_from([*self.names, OUTSIDE]), "resource": texts()}
        )
        offer = st.fixed_dictionaries(
            {"resource": texts()},
            optional={
                "amount": maybe(amounts()),
                "unit": maybe(texts()),
                "condition": maybe(condition),
            },
        )
        return self.record(
            {"organisation": self.party, "issue": st.sampled_from(self.issues)},
            {
                "weight": maybe(shares()),
                "interest": maybe(texts()),
                "cost": maybe(texts()),
                "offers": st.lists(offer, max_size=2),
            },
        )

    def claims(self) -> Strategy:
        return self.record(
            {"about": self.party, "topic": texts(), "text": texts()},
            {"confirmed_by": some(self.names), "denied_by": some(self.names)},
        )

    def concerns(self) -> Strategy:
        return self.record({"theme": texts()}, {"text": texts()})

    def agreements(self) -> Strategy:
        return self.record(
            {"what": texts()},
            {
                "who": some(self.names),
                "issue": self.issue(),
                "due": maybe(days()),
                "status": one_of(Backing),
                "required": one_of(Backing),
                "done": st.booleans(),
            },
        )

    def ratings(self) -> Strategy:
        return self.record({"condition": one_of(Condition), "score": st.integers(1, 5)}, {})

    def medians(self) -> Strategy:
        """A median of all, of a kind or of a level."""
        median = st.sampled_from([one / 2 for one in range(2, 11)])
        always = {"condition": one_of(Condition), "median": median, "split": st.booleans()}
        of_kind = {"kind": maybe(st.sampled_from(self.kinds))}
        return self.record(always, {"level": level_or_none}) | self.record(always, of_kind)

    def releases(self) -> Strategy:
        """New statements of a few lists, for any audience."""
        lists = {name: getattr(self, name)() for name in ("concerns", "medians")}
        if self.names:
            lists["claims"] = self.claims()
        if len(self.names) > 1:
            lists |= {"contacts": self.contacts(), "dependencies": self.dependencies()}
        return st.fixed_dictionaries(
            {"ground": one_of(Ground), "date": days()},
            optional={
                "of": st.lists(ids(), max_size=2),
                "note": texts(),
                **{name: st.lists(row, max_size=1) for name, row in lists.items()},
            },
        )

    def walk(self) -> Strategy:
        """A step that looks at one organisation, at a line between two, or at all of it."""
        fields = {
            "text": texts(),
            "view": one_of(View),
            "layout": maybe(one_of(Layout)),
            "level": level_or_none,
            "dossier": maybe(texts()),
            "kinds": some(self.kinds),
        }
        looks = [{}]
        if self.names:
            looks.append({"organisation": maybe(self.party)})
        if len(self.names) > 1:
            looks.append({"between": maybe(self.two)})
        title = {"title": texts().filter(bool)}
        return st.one_of([self.record(title, {**fields, **look}) for look in looks])


@st.composite
def organisations(draw: Any, names: list[str], kinds: list[str]) -> list[dict[str, Any]]:
    """Organisations with any of their fields left out; some are part of an earlier one."""
    rows = []
    for number, name in enumerate(names):
        fields: dict[str, Strategy] = {
            "name": texts(),
            "kind": st.sampled_from(kinds),
            "region": maybe(texts()),
            "part_of": maybe(st.sampled_from(names[:number])) if number else st.none(),
            "roles": st.lists(texts(), max_size=2),
            "levels": some(LEVELS),
            "said": maybe(said(names)),
            "illustrative": st.booleans(),
        }
        row = draw(st.fixed_dictionaries({"id": st.just(name)}, optional=fields))
        rows.append(row)
    return rows


def own_kinds() -> Strategy:
    label = st.fixed_dictionaries({}, optional={"nl": maybe(texts()), "en": maybe(texts())})
    kind = st.fixed_dictionaries(
        {"id": ids()}, optional={"label": label, "colour": maybe(st.just("#0072B2"))}
    )
    return st.lists(kind, max_size=2, unique_by=lambda row: row["id"])


@st.composite
def networks(draw: Any, *, min_size: int = 0, max_size: int = 4, most: int = 2) -> Network:
    """Whole networks, with every list and every field of the case file.

    ``most`` is the highest number of rows in each list.
    """
    names = draw(st.lists(ids(), min_size=min_size, max_size=max_size, unique=True))
    issues = draw(st.lists(ids(), max_size=most, unique=True))
    kinds = draw(own_kinds())
    of_kind = [*KNOWN_KINDS, *(row["id"] for row in kinds)]
    rows = Rows(names, issues, of_kind)

    def listed(strategy: Strategy) -> list[Any]:
        found: list[Any] = draw(st.lists(strategy, max_size=most))
        return found

    fields: dict[str, Any] = {
        "kinds": kinds,
        "organisations": draw(organisations(names, of_kind)),
        "issues": [draw(rows.issue_named(one)) for one in issues],
        "tables": draw(st.lists(rows.tables(), max_size=most, unique_by=lambda row: row["id"])),
        "chains": draw(st.lists(rows.chains(), max_size=most, unique_by=lambda row: row["id"])),
        "medians": listed(rows.medians()),
        "releases": listed(rows.releases()),
        "concerns": listed(rows.concerns()),
        "agreements": [
            {**row, "id": f"agreement {number}"}
            for number, row in enumerate(listed(rows.agreements()))
        ],
        "ratings": listed(rows.ratings()),
        "governance": listed(rows.governance()),
        "walk": listed(rows.walk()),
    }
    if names:
        fields |= {
            name: listed(getattr(rows, name)())
            for name in ("interviews", "claims", "valuations", "felt_balances", "hats")
        }
    if names and issues:
        fields |= {"stakes": listed(rows.stakes())}
    if len(names) > 1:
        fields |= {
            name: listed(getattr(rows, name)())
            for name in ("dependencies", "waits", "contacts", "contributions")
        }
    return Network(
        name=draw(texts()),
        date=draw(maybe(days())),
        language=draw(st.sampled_from(["nl", "en"])),
        purpose=draw(texts()),
        retain_until=draw(maybe(days())),
        **fields,
    )


CASE_KINDS = ("municipality", "care_provider", "housing_corporation")
QUALITIES = (None, 0.0, 0.1, 0.25, 0.5, 1.0)
AMOUNTS = (None, 0.0, 0.1, 0.3, 1.0, 2.5, 7.0)


def case_ids(size: int) -> list[str]:
    return [f"org-{letter}" for letter in "abcdefghij"[:size]]


@st.composite
def case_organisations(draw: Any, names: list[str]) -> list[dict[str, Any]]:
    rows = []
    for number, name in enumerate(names):
        lacks = draw(st.sampled_from([(), (), (), ("governing",), ("management", "operational")]))
        whole = draw(st.sampled_from([*names[: min(number, 1)], None]))
        rows.append(
            {
                "id": name,
                "kind": draw(st.sampled_from(CASE_KINDS)),
                "levels": [level for level in LEVELS if level not in lacks],
                "part_of": whole,
                "region": draw(st.sampled_from([None, "Leiden", "Katwijk"])),
            }
        )
    return rows


def numbered(name: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give every row an id of its own, so that what a result rests on stays the same."""
    return [{**row, "id": f"{name}-{number}"} for number, row in enumerate(rows)]


def case_interviews(names: list[str]) -> Strategy:
    topic = st.sampled_from(["contacts", "contacts", "dependencies", "contributions", "claims"])
    row = st.fixed_dictionaries(
        {
            "organisation": st.sampled_from(names),
            "level": level_or_none,
            "asked": topic.map(lambda one: [one]),
        }
    )
    return st.lists(row, max_size=len(names)).map(lambda rows: numbered("interview", rows))


def case_contacts(names: list[str], *, third_parties: bool = True) -> Strategy:
    """Contacts said by either party, by others, and by nobody named."""

    def row(facts: tuple[Any, ...]) -> dict[str, Any]:
        (one, other), turned, speaker, level, exists, quality, persons = facts
        by = {"one": one, "other": other}.get(speaker, speaker)
        return {
            "between": [other, one] if turned else [one, other],
            "level": level,
            "exists": exists,
            "quality": quality if exists else None,
            "persons": persons,
            "said": {"by": by},
        }

    speakers = ["one", "other", *([None, names[-1]] if third_parties else [])]
    facts = st.tuples(
        st.sampled_from(list(combinations(names, 2))),
        st.booleans(),
        st.sampled_from(speakers),
        level_or_none,
        st.sampled_from([True, True, False]),
        st.sampled_from(QUALITIES),
        st.sampled_from([(), (), ("p1",), ("p1", "p2")]),
    )
    return st.lists(facts.map(row), max_size=10).map(lambda rows: numbered("contact", rows))


NEED_FACTS = (
    lambda _depender, _dependees: {},
    lambda _depender, _dependees: {"essential": True},
    lambda depender, _dependees: {"said": {"by": depender}, "barrier": "a duty to tender"},
    lambda _depender, dependees: {"essential": True, "acknowledged_by": dependees[:1]},
    lambda depender, dependees: {"said": {"by": dependees[0]}, "acknowledged_by": [depender]},
)
"""What else may be said of a need, by who needs it and from whom."""


def case_dependencies(names: list[str], issues: list[str]) -> Strategy:
    """Needs of one other or of several, at a level or at all, some of them met by oneself too."""

    def row(facts: tuple[Any, ...]) -> dict[str, Any]:
        (depender, *dependees), extra, mode, importance, level, issue, more_facts = facts
        more = {"self": [depender], "outside": [OUTSIDE]}.get(extra, [])
        return {
            "depender": depender,
            "dependum": f"need of {depender}",
            "dependees": [*dependees, *more],
            "mode": mode,
            "importance": importance,
            "level": level,
            "issue": issue,
            **more_facts(depender, dependees),
        }

    parties = st.tuples(st.permutations(names), st.integers(2, min(4, len(names))))
    facts = st.tuples(
        parties.map(lambda drawn: tuple(drawn[0][: drawn[1]])),
        st.sampled_from([None, None, "self", "outside"]),
        st.sampled_from(["any", "all"]),
        st.integers(1, 3),
        level_or_none,
        st.sampled_from([None, *issues]),
        st.sampled_from(NEED_FACTS),
    )
    rows = st.lists(facts.map(row), min_size=1, max_size=5)
    return rows.map(lambda found: numbered("need", found))


def case_waits(names: list[str]) -> Strategy:
    """Waits for one other or for several, some of them outside."""

    def row(facts: tuple[Any, ...]) -> dict[str, Any]:
        (waiter, *awaited), mode, outside = facts
        more = [OUTSIDE] if outside else []
        return {"waiter": waiter, "awaited": [*awaited, *more], "mode": mode}

    parties = st.tuples(st.permutations(names), st.integers(2, min(3, len(names))))
    facts = st.tuples(
        parties.map(lambda drawn: drawn[0][: drawn[1]]),
        st.sampled_from(["all", "any"]),
        st.sampled_from([False, False, False, True]),
    )
    return st.lists(facts.map(row), max_size=4).map(lambda rows: numbered("wait", rows))


def case_voices(names: list[str], issues: list[str]) -> dict[str, Strategy]:
    """What parties say of each other, of what worries them, and of what they will do."""
    party, several = st.sampled_from(names), some(names)
    speaker = st.sampled_from([None, *names]).map(lambda one: {"by": one})
    concern = st.fixed_dictionaries(
        {
            "theme": st.sampled_from(["tender", "money"]),
            "said": st.fixed_dictionaries(
                {"by": party, "setting": st.sampled_from(["bilateral", "interview", "table"])}
            ),
        }
    )
    claim = st.fixed_dictionaries(
        {
            "about": party,
            "topic": st.sampled_from(["role", "motive"]),
            "text": st.sampled_from(["leads", "waits"]),
            "confirmed_by": several,
            "denied_by": several,
            "said": speaker,
        }
    )
    agreement = st.fixed_dictionaries(
        {
            "what": st.just("what was agreed"),
            "who": several,
            "issue": st.sampled_from([None, *issues]),
            "status": one_of(Backing),
            "required": one_of(Backing),
        }
    )
    stake = st.fixed_dictionaries(
        {"organisation": party, "issue": st.sampled_from(issues), "said": speaker}
    )
    rows = {"concern": concern, "claim": claim, "agreement": agreement, "stake": stake}
    return {f"{name}s": case_rows(name, row) for name, row in rows.items()}


def case_footing(names: list[str]) -> Strategy:
    """What things are worth to whom, how the balance feels, the hats, and who directs."""
    party, dossier = st.sampled_from(names), st.sampled_from([None, "housing", "care"])
    goods = st.sampled_from([("time", "hours"), ("money", "euro"), ("money", None)])
    worth = st.sampled_from([0.5, 1.0, 40.0])
    valuation = st.builds(
        lambda one, good, worth: {
            "organisation": one,
            "resource": good[0],
            "unit": good[1],
            "worth": worth,
        },
        party,
        goods,
        worth,
    )
    roles = st.sampled_from(["funder", "process_director", "contracting_authority", "partner"])
    records = {
        "valuation": valuation,
        "felt_balance": st.fixed_dictionaries(
            {"organisation": party, "felt": st.integers(-2, 2), "dossier": dossier}
        ),
        "hat": st.fixed_dictionaries({"organisation": party, "role": roles, "dossier": dossier}),
        "governance": st.fixed_dictionaries(
            {"form": maybe(one_of(GovernanceForm)), "convener": maybe(party)}
        ),
    }
    plural = {"governance": "governance"}
    return st.fixed_dictionaries(
        {plural.get(name, f"{name}s"): case_rows(name, row) for name, row in records.items()}
    )


def case_rows(name: str, row: Strategy) -> Strategy:
    return st.lists(row, max_size=3).map(lambda rows: numbered(name, rows))


def case_tables(names: list[str], issues: list[str]) -> Strategy:
    row = st.fixed_dictionaries(
        {"level": level_or_none, "members": some(names), "issues": some(issues, most=2)}
    )
    return case_rows("table", row)


def case_chains(names: list[str]) -> Strategy:
    """Chains of two or three stages, some of which nobody takes care of."""
    stages = st.lists(some(names, most=2), min_size=2, max_size=3)
    row = stages.map(
        lambda each: {
            "stages": [
                {"name": f"stage {number}", "organisations": ids} for number, ids in enumerate(each)
            ]
        }
    )
    return st.lists(row, max_size=1).map(lambda rows: numbered("chain", rows))


def case_crossings(names: list[str]) -> Strategy:
    """Contact across levels, also inside one organisation."""
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names)).map(list)
    row = st.builds(
        lambda between, order, exists, by: {
            "between": between,
            "level": order[0],
            "other_level": order[1],
            "exists": exists,
            "said": {"by": by},
        },
        ends,
        st.permutations(LEVELS),
        st.booleans(),
        st.sampled_from([None, *names]),
    )
    return st.lists(row, max_size=2).map(lambda rows: numbered("crossing", rows))


def case_contributions(names: list[str], amounts: Sequence[float | None] = AMOUNTS) -> Strategy:
    """Contributions as giver, taker or somebody else reports them, once by each speaker."""

    def row(facts: tuple[Any, ...]) -> dict[str, Any]:
        (giver, other), pot, (resource, unit), dossier, status, speaker, amount = facts
        return {
            "giver": giver,
            "taker": TOGETHER if pot else other,
            "resource": resource,
            "unit": unit,
            "dossier": dossier,
            "status": status,
            "amount": amount,
            "said": {"by": {"giver": giver, "taker": other}.get(speaker, speaker)},
        }

    facts = st.tuples(
        st.permutations(names).map(lambda order: tuple(order[:2])),
        st.sampled_from([False, False, False, True]),
        st.sampled_from([("time", "hours"), ("time", "hours"), ("money", "euro")]),
        st.sampled_from([None, "housing", "care"]),
        st.sampled_from(["delivered", "delivered", "promised"]),
        st.sampled_from(["giver", "taker", None, names[0]]),
        st.sampled_from(amounts),
    )

    def voice(one: dict[str, Any]) -> tuple[Any, ...]:
        fields = ("giver", "taker", "resource", "dossier", "status")
        return (*(one[name] for name in fields), one["said"]["by"])

    rows = st.lists(facts.map(row), max_size=6, unique_by=voice)
    return rows.map(lambda found: numbered("gift", found))


def case_issues(names: list[str]) -> Strategy:
    titles = ["issue-1", "issue-2", "issue-3"]

    def rows(facts: tuple[Any, ...]) -> list[Any]:
        involved, owners, hangs, kinds, levels, urgency = facts
        return [
            {
                "id": title,
                "involved": involved[number],
                "owner": owners[number],
                "depends_on": [one for one in hangs[number] if one != title],
                "requires_kinds": kinds[number],
                "mandate_level": levels[number],
                "urgency": urgency[number],
            }
            for number, title in enumerate(titles)
        ]

    def each(strategy: Strategy) -> Strategy:
        return st.tuples(*(strategy for _ in titles))

    facts = st.tuples(
        each(some(names)),
        each(st.sampled_from([None, *names])),
        each(some(titles)),
        each(some(CASE_KINDS, most=2)),
        each(level_or_none),
        each(st.sampled_from([None, 0.0, 0.5, 1.0])),
    )
    return facts.map(rows)


@st.composite
def cases(draw: Any, *, min_size: int = 2, max_size: int = 5) -> Network:
    """Networks with whatever a measure reads, and an id for every statement."""
    names = case_ids(draw(st.integers(max(min_size, 2), max_size)))
    issues = draw(case_issues(names))
    titles = [one["id"] for one in issues]
    voices = case_voices(names, titles)
    return Network(
        organisations=draw(case_organisations(names)),
        interviews=draw(case_interviews(names)),
        contacts=[*draw(case_contacts(names)), *draw(case_crossings(names))],
        dependencies=draw(case_dependencies(names, titles)),
        waits=draw(case_waits(names)),
        contributions=draw(case_contributions(names)),
        issues=issues,
        tables=draw(case_tables(names, titles)),
        chains=draw(case_chains(names)),
        **draw(case_footing(names)),
        **{name: draw(rows) for name, rows in voices.items()},
    )


@st.composite
def ties(
    draw: Any, *, min_size: int = 1, max_size: int = 6
) -> tuple[list[str], list[tuple[str, str]]]:
    """Some organisations, and the pairs of them that have a tie, whichever way round."""
    names = list("abcdefg"[: draw(st.integers(min_size, max_size))])
    pairs = list(combinations(names, 2))
    chosen = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    return names, sorted(chosen)


@st.composite
def arrows(
    draw: Any, *, min_size: int = 1, max_size: int = 5
) -> tuple[list[str], list[tuple[str, str]]]:
    """Some organisations, and the arrows between them."""
    names = list("abcdefg"[: draw(st.integers(min_size, max_size))])
    pairs = [(one, other) for one in names for other in names if one != other]
    chosen = draw(st.sets(st.sampled_from(pairs))) if pairs else set()
    return names, sorted(chosen)


@st.composite
def flows_of_time(
    draw: Any, *, max_size: int = 4, amounts: Sequence[float] = (0.1, 0.5, 1.0, 3.0, 7.5)
) -> tuple[list[str], dict[tuple[str, str], float]]:
    """Some organisations, and how many hours each brings to each other."""
    names, chosen = draw(arrows(min_size=2, max_size=max_size))
    return names, {arrow: draw(st.sampled_from(amounts)) for arrow in chosen}


def spoken_rows(name: str, row: Strategy, names: list[str], most: int = 4) -> Strategy:
    """Some rows of a list, each said by one of these or by nobody named, in some setting."""
    settings = st.sampled_from(["table", "bilateral", "interview", "document", None])
    said_by = st.fixed_dictionaries(
        {"by": st.sampled_from([None, *names]), "setting": settings, "level": level_or_none}
    )
    rows = st.builds(lambda one, voice: {**one, "said": voice}, row, said_by)
    return st.lists(rows, max_size=most).map(lambda found: numbered(name, found))


@st.composite
def agendas(draw: Any, *, max_size: int = 4) -> Network:
    """Networks with an agenda and voices: issues, tables, agreements, stakes, claims, concerns."""
    names = case_ids(draw(st.integers(2, max_size)))
    issues = ["issue-1", "issue-2"]
    of_issue = st.sampled_from([None, *issues])
    party, level = st.sampled_from(names), st.sampled_from(LEVELS)
    issue = {
        "involved": some(names),
        "owner": maybe(party),
        "requires_kinds": some(CASE_KINDS),
        "mandate_level": maybe(level),
        "deadline": maybe(st.just(dt.date(2021, 12, 31))),
        "urgency": st.sampled_from([None, 0.0, 0.3, 0.7, 1.0]),
        "said": st.fixed_dictionaries({"by": maybe(party)}),
    }
    table = {"level": maybe(level), "members": some(names), "issues": some(issues)}
    agreement = {
        "what": st.just("what was agreed"),
        "who": some(names),
        "issue": of_issue,
        "status": one_of(Backing),
        "required": one_of(Backing),
        "done": st.booleans(),
    }
    claim = {
        "about": party,
        "topic": st.sampled_from(["role", "Role ", "motive"]),
        "text": st.sampled_from(["they wait", "They wait", "they give"]),
        "confirmed_by": some(names),
        "denied_by": some(names, most=1),
    }
    theme = st.sampled_from(["tendering", " Tendering", "pace", "trust", " "])
    interview = {
        "organisation": party,
        "level": maybe(level),
        "asked": some(["contacts", "claims", "concerns"]),
    }

    def listed(name: str, fields: dict[str, Strategy], most: int = 4) -> Any:
        return draw(spoken_rows(name, st.fixed_dictionaries(fields), names, most))

    return Network(
        organisations=draw(case_organisations(names)),
        issues=[{"id": one, **draw(st.fixed_dictionaries(issue))} for one in issues],
        tables=listed("table", table, 3),
        agreements=listed("agreement", agreement, 3),
        stakes=listed("stake", {"organisation": party, "issue": st.sampled_from(issues)}, 3),
        claims=listed("claim", claim, 5),
        concerns=listed("concern", {"theme": theme}, 6),
        interviews=listed("interview", interview, 3),
        contacts=draw(case_contacts(names)),
        dependencies=[
            {**one, "said": {"by": one["depender"]} if draw(st.booleans()) else {}}
            for one in draw(case_dependencies(names, issues))
        ],
    )


@st.composite
def webs(draw: Any, *, max_size: int = 5, most: int = 8) -> Network:
    """Needs alone, most of them essential: what falls when somebody drops out."""
    names = list("abcdefg"[: draw(st.integers(2, max_size))])

    def need(facts: tuple[Any, ...]) -> dict[str, Any]:
        (depender, first), more, mode, essential = facts
        return {
            "depender": depender,
            "dependum": f"what {depender} needs",
            "dependees": list(dict.fromkeys([first, *more])),
            "mode": mode,
            "essential": essential,
        }

    facts = st.tuples(
        st.permutations(names).map(lambda order: tuple(order[:2])),
        some([*names, OUTSIDE], most=2),
        st.sampled_from(["any", "any", "all"]),
        st.sampled_from([True, True, False]),
    )
    rows = draw(st.lists(facts.map(need), max_size=most))
    return Network(
        organisations=[{"id": one} for one in names], dependencies=numbered("need", rows)
    )
