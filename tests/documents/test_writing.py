"""Documents reach the output folder whole, over nobody else's files, and through no link."""

import os
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from tests.documents.vale import vale_page

from cspcycle.documents.formats import word
from cspcycle.documents.house_style import HouseStyle
from cspcycle.documents.writing import LIST, find_stale, write_files
from cspcycle.source.diagnostic import CannotContinue


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "papers" / "out"


def test_files_are_written_with_their_checksums_and_again_when_they_change(out: Path) -> None:
    assert write_files(out, {"plan.md": b"one\n"}) == ()
    assert write_files(out, {"plan.md": b"two\n", "agenda.md": b"a\n"}) == ()
    listed = "".join(
        f"{sha256(data).hexdigest()}  {name}\n" for name, data in (("agenda.md", b"a\n"), ("plan.md", b"two\n"))
    )
    assert contents(out) == {"plan.md": b"two\n", "agenda.md": b"a\n", LIST: listed.encode()}


def test_a_document_that_is_gone_is_no_longer_listed(out: Path) -> None:
    write_files(out, {"plan.md": b"one\n", "agenda.md": b"a\n"})
    (out / "plan.md").unlink()
    write_files(out, {"agenda.md": b"b\n"})
    assert "plan.md" not in (out / LIST).read_text()


def test_somebody_elses_file_stays_and_nothing_is_written(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "plan.md").write_bytes(b"minutes of mine\n")
    (finding,) = write_files(out, {"agenda.md": b"a\n", "plan.md": b"one\n"})
    assert (finding.code, finding.at.file) == ("output/not-ours", (out / "plan.md").as_posix())
    assert contents(out) == {"plan.md": b"minutes of mine\n"}


def test_a_document_changed_by_hand_stays(out: Path) -> None:
    write_files(out, {"plan.md": b"one\n"})
    (out / "plan.md").write_bytes(b"one, and a remark\n")
    (finding,) = write_files(out, {"plan.md": b"two\n"})
    assert finding.code == "output/changed-by-hand"
    assert (out / "plan.md").read_bytes() == b"one, and a remark\n"


@pytest.mark.parametrize("name", ["plan.md", LIST])
def test_a_link_in_the_folder_is_not_followed(out: Path, tmp_path: Path, name: str) -> None:
    out.mkdir(parents=True)
    outside = tmp_path / "outside"
    outside.write_bytes(b"private")
    (out / name).symlink_to(outside)
    found = write_files(out, {"plan.md": b"one\n"})
    assert outside.read_bytes() == b"private"
    assert [finding.code for finding in found] == (["output/not-ours"] if name == "plan.md" else [])


def test_a_link_to_nowhere_stays_too(out: Path, tmp_path: Path) -> None:
    out.mkdir(parents=True)
    (out / "plan.md").symlink_to(tmp_path / "nowhere")
    (finding,) = write_files(out, {"plan.md": b"one\n"})
    assert finding.code == "output/not-ours"
    assert (out / "plan.md").is_symlink()


def test_a_folder_that_is_a_link_or_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").touch()
    for name in ("link", "file"):
        (finding,) = write_files(tmp_path / name, {"plan.md": b"one\n"})
        assert finding.code == "output/not-a-folder"
    assert contents(tmp_path / "real") == {}


@pytest.mark.parametrize("name", ["../plan.md", "a/b.md", ".hidden", "a\nb.md", LIST, ""])
def test_a_name_that_is_not_plain_is_our_own_mistake(out: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain name"):
        write_files(out, {name: b""})


def test_when_the_disk_is_full_nothing_is_left_behind(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_files(out, {"plan.md": b"one\n"})
    before = contents(out)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotContinue, match="No space left") as refusal:
        write_files(out, {"plan.md": b"two\n"})
    assert refusal.value.fix
    assert contents(out) == before


def test_a_check_names_what_is_stale_and_touches_nothing(out: Path) -> None:
    write_files(out, {"plan.md": b"one\n", "agenda.md": b"a\n"})
    before = contents(out)
    new = {"plan.md": b"two\n", "agenda.md": b"a\n", "timetable.md": b"t\n"}
    assert [(finding.code, finding.at.file) for finding in find_stale(out, new)] == [
        ("output/stale", (out / "plan.md").as_posix()),
        ("output/stale", (out / "timetable.md").as_posix()),
    ]
    assert contents(out) == before


def test_a_word_document_packed_otherwise_is_not_stale(out: Path) -> None:
    tight, loose = word.write(vale_page(), HouseStyle("")), BytesIO()
    with zipfile.ZipFile(BytesIO(tight)) as package, zipfile.ZipFile(loose, "w") as copy:
        for name in package.namelist():
            copy.writestr(name, package.read(name))
    write_files(out, {"plan.docx": tight})
    assert loose.getvalue() != tight
    assert find_stale(out, {"plan.docx": loose.getvalue()}) == ()
    assert find_stale(out, {"plan.docx": word.write(vale_page(version="9"), HouseStyle(""))}) != ()
    assert find_stale(out, {"plan.docx": b"PK broken"}) != ()
