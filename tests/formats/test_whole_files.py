"""A file is written whole or not at all; reading it says how many rows there were."""

import json
import logging
import os
import stat
from pathlib import Path

import pytest

from netdeps import formats
from netdeps.editions import edition
from netdeps.errors import AudienceError, FileError, InvalidRecordsError
from netdeps.formats import Count
from netdeps.formats.files import write_text
from netdeps.model import LISTS, Network

OLD, NEW = Network(name="old"), Network(name="new")
CASE_SCHEMA = Path(__file__).parents[2] / "docs" / "case.schema.json"


def whole(network):
    """Give everything, as the facilitator has it."""
    return edition(network, "facilitator")


@pytest.fixture
def case(tmp_path):
    """A case file that is there already, alone in its folder."""
    folder = tmp_path / "cases"
    folder.mkdir()
    return formats.write(whole(OLD), folder / "case.yaml")


def refuse(*_, **__):
    raise OSError(28, "No space left on device")


class TestWrittenWholeOrNotAtAll:
    def test_a_new_file_appears_alone(self, tmp_path):
        path = formats.write(whole(NEW), str(tmp_path / "case.json"))
        assert path == tmp_path / "case.json"
        assert list(tmp_path.iterdir()) == [path]
        assert formats.read(path) == NEW

    def test_the_old_file_is_replaced(self, case):
        formats.write(whole(NEW), case)
        assert formats.read(case) == NEW
        assert list(case.parent.iterdir()) == [case]

    @pytest.mark.parametrize("what", ["os.replace", "os.fsync", "os.fdopen", "os.chmod"])
    def test_when_the_disk_fails_halfway_the_old_file_is_untouched(self, case, monkeypatch, what):
        before = case.read_bytes()
        with monkeypatch.context() as broken:
            broken.setattr(what, refuse)
            with pytest.raises(FileError) as caught:
                formats.write(whole(NEW), case)
        assert "the file cannot be written ([Errno 28] No space left on device)." in str(
            caught.value
        )
        assert isinstance(caught.value.__cause__, OSError)
        assert case.read_bytes() == before
        assert list(case.parent.iterdir()) == [case]

    @pytest.mark.parametrize("what", ["os.replace", "os.fsync"])
    def test_when_the_disk_fails_halfway_no_new_file_appears(self, tmp_path, monkeypatch, what):
        with monkeypatch.context() as broken:
            broken.setattr(what, refuse)
            with pytest.raises(FileError):
                formats.write(whole(NEW), tmp_path / "case.yaml")
        assert list(tmp_path.iterdir()) == []

    def test_when_somebody_stops_the_program_halfway_nothing_is_left_behind(
        self, case, monkeypatch
    ):
        def stop(_):
            raise KeyboardInterrupt

        before = case.read_bytes()
        with monkeypatch.context() as broken:
            broken.setattr("os.fsync", stop)
            with pytest.raises(KeyboardInterrupt):
                formats.write(whole(NEW), case)
        assert case.read_bytes() == before
        assert list(case.parent.iterdir()) == [case]

    def test_the_text_is_on_the_disk_before_the_file_gets_its_name(self, case, monkeypatch):
        order = []
        sync, replace = os.fsync, os.replace
        monkeypatch.setattr("os.fsync", lambda file: (order.append("sync"), sync(file))[1])
        monkeypatch.setattr("os.replace", lambda *names: (order.append("name"), replace(*names))[1])
        formats.write(whole(NEW), case)
        assert order == ["sync", "name"]

    def test_a_text_that_no_file_can_hold_is_refused_before_a_file_is_made(self, tmp_path):
        target = tmp_path / "page.html"
        with pytest.raises(FileError) as caught:
            write_text(target, "x\ud800")
        assert "the file cannot be written ('utf-8' codec can't encode character" in str(
            caught.value
        )
        assert list(tmp_path.iterdir()) == []

    def test_line_feeds_and_letters_are_the_same_on_every_system(self, tmp_path):
        write_text(tmp_path / "page.html", "Café\r\nb\n")
        assert (tmp_path / "page.html").read_bytes() == b"Caf\xc3\xa9\r\nb\n"

    def test_a_folder_in_its_place_is_left_alone(self, tmp_path):
        (tmp_path / "case.yaml").mkdir()
        with pytest.raises(FileError, match="the file cannot be written"):
            formats.write(whole(NEW), tmp_path / "case.yaml")
        assert [one.name for one in tmp_path.iterdir()] == ["case.yaml"]
        assert list((tmp_path / "case.yaml").iterdir()) == []

    def test_a_folder_that_is_not_there_is_named_without_a_passing_name(self, tmp_path):
        with pytest.raises(FileError) as caught:
            formats.write(whole(NEW), tmp_path / "nowhere" / "case.yaml")
        assert "nowhere" in str(caught.value)
        assert ".netdeps-" not in str(caught.value)
        assert list(tmp_path.iterdir()) == []

    def test_a_link_gives_the_new_case_and_leaves_nothing_else(self, case):
        link = case.parent / "latest.yaml"
        link.symlink_to(case)
        formats.write(whole(NEW), link)
        assert formats.read(link) == NEW
        assert sorted(one.name for one in case.parent.iterdir()) == ["case.yaml", "latest.yaml"]

    def test_the_rights_of_the_old_file_stay(self, case):
        case.chmod(0o640)
        formats.write(whole(NEW), case)
        assert stat.S_IMODE(case.stat().st_mode) == 0o640

    def test_a_new_file_has_the_rights_of_any_new_file(self, tmp_path):
        (tmp_path / "any").touch()
        path = formats.write(whole(NEW), tmp_path / "case.yaml")
        assert path.stat().st_mode == (tmp_path / "any").stat().st_mode


class TestCounting:
    def test_every_list_that_has_rows_is_counted(self, case):
        network = Network(
            organisations=[{"id": "a"}, {"id": "b"}],
            contacts=[{"between": ["a", "b"]}] * 3,
            concerns=[{"theme": "money"}],
        )
        formats.write(whole(network), case)
        found = formats.read_counted(case)
        assert found.network == network
        assert found.counts == {
            "organisations": Count(read=2, used=2, merged=0, refused=0),
            "contacts": Count(read=3, used=3, merged=0, refused=0),
            "concerns": Count(read=1, used=1, merged=0, refused=0),
        }

    def test_the_same_thing_told_twice_is_two_rows_and_nothing_is_merged(self, case):
        formats.write(whole(Network(concerns=[{"theme": "money"}] * 2)), case)
        assert formats.read_counted(case).counts["concerns"] == Count(read=2, used=2)

    def test_the_counts_are_logged(self, case, caplog):
        formats.write(
            whole(Network(organisations=[{"id": "a"}], concerns=[{"theme": "money"}] * 2)), case
        )
        with caplog.at_level(logging.INFO, logger="netdeps"):
            formats.read(case)
        assert caplog.messages == [
            f"{case}: organisations: 1 rows read, 1 used",
            f"{case}: concerns: 2 rows read, 2 used",
        ]

    def test_one_wrong_row_refuses_the_file_so_that_no_row_is_lost_unseen(self, case):
        case.write_text("netdeps: 1\nconcerns: [{theme: money}, {tema: rent}]\n", "utf-8")
        with pytest.raises(InvalidRecordsError) as caught:
            formats.read_counted(case)
        assert [problem.place.field for problem in caught.value.problems] == [
            "concerns[2].theme",
            "concerns[2].tema",
        ]

    def test_the_formats_are_listed(self):
        assert [(one.name, one.endings) for one in formats.FORMATS] == [
            ("yaml", (".yaml", ".yml")),
            ("json", (".json",)),
        ]


class TestTheSchemaForEditors:
    def test_it_says_what_the_model_says(self):
        published = json.loads(CASE_SCHEMA.read_text("utf-8"))
        model = json.loads(json.dumps(Network.model_json_schema()))
        for own in ("$schema", "title", "required", "description", "$id"):
            published.pop(own, None)
            model.pop(own, None)
        assert published == model

    def test_an_editor_asks_for_the_version_and_knows_the_dialect(self):
        published = json.loads(CASE_SCHEMA.read_text("utf-8"))
        assert published["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert published["required"] == ["netdeps"]
        assert published["properties"]["netdeps"]["const"] == 1

    def test_an_editor_marks_a_misspelt_field_of_any_record(self):
        published = json.loads(CASE_SCHEMA.read_text("utf-8"))
        records = {"Network": published, **published["$defs"]}
        assert [name for name, one in records.items() if one["additionalProperties"]] == []

    def test_an_editor_explains_every_field(self):
        published = json.loads(CASE_SCHEMA.read_text("utf-8"))
        bare = [
            f"{record}.{name}"
            for record, one in {"Network": published, **published["$defs"]}.items()
            for name, field in one["properties"].items()
            if not {"description", "$ref"} & set(field)
        ]
        assert bare == []

    def test_it_has_every_list_of_the_case_file(self):
        published = json.loads(CASE_SCHEMA.read_text("utf-8"))
        assert set(LISTS) < set(published["properties"])


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path):
    link = tmp_path / "loop.yaml"
    link.symlink_to(link.name)
    with pytest.raises(FileError) as caught:
        write_text(link, "netdeps: 1")
    assert str(caught.value) == f"{link}: this link leads back to itself; name another file."
    assert link.is_symlink()


def test_what_is_no_ordinary_file_is_not_written_over(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(FileError) as caught:
        write_text(pipe, "x")
    assert str(caught.value) == f"{pipe}: this is no ordinary file; name another one."
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.parametrize("name", ["case.yaml", "case.json"])
def test_a_network_without_a_word_on_who_may_see_it_is_not_written(tmp_path, name):
    with pytest.raises(AudienceError) as caught:
        formats.write(NEW, tmp_path / name)
    assert str(caught.value) == (
        "an edition is expected, for it says who may see it; 'Network' was given. "
        "Make one with netdeps.edition(network, 'table'), or with 'facilitator' for yourself."
    )
    assert list(tmp_path.iterdir()) == []
