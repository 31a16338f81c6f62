"""Both catalogues say the same things, and all that the package wants to say."""

import datetime as dt
import string
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

import netdeps
from netdeps.errors import OptionError, UnknownNameError
from netdeps.graph.arrays import LAYERS
from netdeps.measures import MEASURES
from netdeps.model import KNOWN_KINDS, LEVELS, TOGETHER
from netdeps.words import LANGUAGES, Bilingual, Phrase, has, label, say, section

FORMS = {"one", "other"}


def entries(table, above=""):
    """Every sentence of a catalogue by its key, or its two forms."""
    found = {}
    for name, entry in table.items():
        key = f"{above}{name}"
        if isinstance(entry, str) or set(entry) <= FORMS:
            found[key] = entry
        else:
            found |= entries(entry, f"{key}.")
    return found


def catalogue(language):
    text = (files("netdeps.words") / f"{language}.toml").read_text(encoding="utf-8")
    return entries(tomllib.loads(text))


CATALOGUES = {language: catalogue(language) for language in LANGUAGES}


def places(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def all_places(entry):
    return places(entry) if isinstance(entry, str) else places("".join(entry.values()))


class TestTheTwoCatalogues:
    def test_they_have_the_same_keys(self):
        assert CATALOGUES["nl"].keys() == CATALOGUES["en"].keys()

    @pytest.mark.parametrize("key", CATALOGUES["en"])
    def test_a_sentence_has_the_same_places_in_both(self, key):
        dutch, english = (CATALOGUES[language][key] for language in ("nl", "en"))
        assert all_places(dutch) == all_places(english)
        assert isinstance(dutch, str) == isinstance(english, str)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_sentence_with_a_plural_has_both_forms_and_none_is_empty(self, language):
        for key, entry in CATALOGUES[language].items():
            texts = [entry] if isinstance(entry, str) else [entry[form] for form in sorted(FORMS)]
            assert all(text.strip() for text in texts), key

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_no_place_is_left_without_a_name(self, language):
        for key, entry in CATALOGUES[language].items():
            assert "" not in all_places(entry), key

    def test_the_languages_differ(self):
        same = {
            key
            for key, entry in CATALOGUES["en"].items()
            if key.startswith(("finding.", "measure.", "reason.", "caveat."))
            and entry == CATALOGUES["nl"][key]
        }
        assert same == set()


class TestWhatThePackageSays:
    @pytest.mark.parametrize("name", MEASURES)
    def test_every_measure_has_a_definition(self, name):
        assert has(f"measure.{name}")

    @pytest.mark.parametrize("layer", LAYERS)
    def test_every_layer_has_a_caveat_about_what_is_known(self, layer):
        key = f"caveat.known_{layer}"
        assert all_places(CATALOGUES["en"][key]) == {"share"}

    @pytest.mark.parametrize("kind", KNOWN_KINDS)
    def test_every_kind_has_a_label_for_one_and_for_more(self, kind):
        assert has(f"kind.{kind}")
        assert has(f"kinds.{kind}")

    @pytest.mark.parametrize("level", LEVELS)
    def test_every_level_can_be_named_and_pointed_at(self, level):
        assert has(f"level.{level}")
        assert has(f"at.{level}")

    def test_bands_states_and_the_common_pot_have_labels(self):
        bands = ["band.high", "band.middle", "band.low"]
        states = ["state.yes", "state.no", "state.disputed", "state.unknown"]
        assert all(has(key) for key in [*bands, *states, f"taker.{TOGETHER}", "at.any"])

    def test_every_fixed_key_in_the_code_is_in_the_catalogue(self):
        source = Path(netdeps.__file__).parent
        families = tuple(f'"{name}.' for name in ("finding", "measure", "reason", "caveat"))
        used = {
            piece.strip('"')
            for path in source.rglob("*.py")
            for piece in path.read_text(encoding="utf-8")
            .replace("(", " ")
            .replace(")", " ")
            .split()
            if piece.rstrip(",").startswith(families)
        }
        keys = {key.rstrip(',"').strip('"') for key in used}
        assert {"reason.alone", "reason.no_pairs"} <= keys
        assert {key for key in keys if not has(key)} == set()


class TestSaying:
    def test_facts_are_filled_in(self):
        assert say("audience.party", "en", {"name": "City"}) == "for City"
        assert say("audience.party", "nl", {"name": "City"}) == "voor City"

    @pytest.mark.parametrize(
        ("count", "dutch", "english"),
        [
            (0, "0 organisaties", "0 organisations"),
            (1, "1 organisatie", "1 organisation"),
            (2, "2 organisaties", "2 organisations"),
            (1200, "1.200 organisaties", "1,200 organisations"),
        ],
    )
    def test_the_count_decides_between_one_and_more(self, count, dutch, english):
        facts = {"count": count}
        assert say("count.organisations", "nl", facts) == dutch
        assert say("count.organisations", "en", facts) == english

    def test_what_a_case_says_is_never_read_as_a_place(self):
        assert say("audience.party", "en", {"name": "{count} {0} %s"}) == "for {count} {0} %s"

    @pytest.mark.parametrize(
        ("fact", "dutch", "english"),
        [
            (1234.5, "1.234,5", "1,234.5"),
            (dt.date(2021, 4, 28), "28 april 2021", "April 28, 2021"),
            (("a", "b", "c"), "a, b en c", "a, b, and c"),
            (Phrase("level.governing"), "bestuurlijk niveau", "governing level"),
            (Bilingual("zorg", "care"), "zorg", "care"),
            (
                (Phrase("level.governing"), "x"),
                "bestuurlijk niveau en x",
                "governing level and x",
            ),
            ("1234.5", "1234.5", "1234.5"),
        ],
        ids=["number", "date", "list", "phrase", "bilingual", "mixed list", "text"],
    )
    def test_every_fact_is_written_in_the_manner_of_the_language(self, fact, dutch, english):
        assert say("audience.party", "nl", {"name": fact}) == f"voor {dutch}"
        assert say("audience.party", "en", {"name": fact}) == f"for {english}"

    def test_a_key_that_is_not_there_is_refused_with_the_nearest_one(self):
        with pytest.raises(UnknownNameError) as caught:
            say("reason.alon", "nl")
        message = str(caught.value)
        assert message.startswith("sentence 'reason.alon' is not known; known are ")
        assert message.endswith(" Did you mean 'reason.alone'?")

    def test_a_section_is_no_sentence(self):
        assert not has("reason")
        with pytest.raises(UnknownNameError, match=r"^sentence 'reason' is not known"):
            say("reason", "en")

    def test_a_fact_that_is_not_given_is_named(self):
        with pytest.raises(UnknownNameError) as caught:
            say("finding.open_question.question", "en", {"first": "City", "seconds": "Care"})
        assert str(caught.value) == (
            "in the sentence 'finding.open_question.question', the fact 'second' is not known; "
            "known are 'first', 'seconds'. Did you mean 'seconds'?"
        )

    @pytest.mark.parametrize(("language", "hint"), [("fr", ""), ("nld", " Did you mean 'nl'?")])
    def test_a_language_without_words_is_refused(self, language, hint):
        with pytest.raises(OptionError) as caught:
            say("reason.alone", language)
        assert str(caught.value) == (
            f"there are no words in '{language}'; known are 'nl', 'en'.{hint}"
        )


class TestLabels:
    def test_a_known_word_has_its_label(self):
        assert label("kind", "housing_corporation", "nl") == "woningcorporatie"
        assert label("kind", "housing_corporation", "en") == "housing corporation"

    def test_a_word_of_the_case_itself_is_its_own_label(self):
        assert label("kind", "police", "nl") == "police"
        assert label("kind", "a.b", "nl") == "a.b"

    def test_a_section_can_be_had_as_a_whole_and_as_a_copy(self):
        section("band", "nl").clear()
        assert section("band", "nl") == {"high": "hoog", "middle": "midden", "low": "laag"}
