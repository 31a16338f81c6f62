"""Words that are not yet in a language."""

import pytest

from netdeps.errors import UnknownNameError
from netdeps.words import Bilingual, Phrase


def test_a_phrase_is_put_into_words_in_the_language_that_is_asked_for():
    phrase = Phrase.of("count.pairs", {"count": 3})
    assert phrase.sentence("nl") == "3 paren"
    assert phrase.sentence("en") == "3 pairs"


def test_as_text_a_phrase_is_english():
    assert str(Phrase("reason.alone")) == "there is no other organisation"


def test_phrases_with_the_same_facts_are_equal_and_can_be_kept_in_a_set():
    once, again = (Phrase.of("count.pairs", {"count": 3}) for _ in range(2))
    assert once == again
    assert {once, again} == {once}
    assert once != Phrase.of("count.pairs", {"count": 4})


def test_a_phrase_of_what_is_not_there_is_refused_when_it_is_said():
    phrase = Phrase("reason.nobody")
    with pytest.raises(UnknownNameError, match=r"^sentence 'reason\.nobody' is not known"):
        phrase.sentence("nl")


def test_a_text_of_the_case_comes_in_the_language_that_is_asked_for():
    text = Bilingual(nl="politie", en="police")
    assert (text.sentence("nl"), text.sentence("en"), str(text)) == ("politie", "police", "police")
