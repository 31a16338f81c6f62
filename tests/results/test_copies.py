"""A result can be kept and sent: a copy says the same as what it is a copy of."""

import copy
import pickle

import pytest
from networks import asked, exchange, pair_of, spoken_town, star, town

from netdeps import measures

RESULTS = {
    "scores": measures.degree(spoken_town()),
    "findings": measures.contact_gaps(pair_of(interviews=asked("care"))),
    "kinds": measures.kind_gaps(spoken_town()),
    "balance": measures.give_and_take(exchange()),
    "number": measures.congruence(spoken_town()),
    "centralisation": measures.degree_centralisation(star(4)),
    "undefined": measures.congruence(town()),
}


@pytest.mark.parametrize("name", RESULTS)
@pytest.mark.parametrize(
    "copied",
    [copy.copy, copy.deepcopy, lambda result: pickle.loads(pickle.dumps(result))],  # noqa: S301
    ids=["copy", "deepcopy", "pickle"],
)
def test_a_copy_says_the_same(name, copied):
    result = RESULTS[name]
    again = copied(result)
    assert type(again) is type(result)
    assert again.to_dict() == result.to_dict()
    assert repr(again) == repr(result)
