"""Which files of a folder are read, and what is said of those that cannot be."""

import os
from pathlib import Path

import pytest

from cspcycle.source import folder
from cspcycle.source.diagnostic import CannotContinue, Diagnostic, Location
from cspcycle.source.folder import find_dossiers, fingerprint, load_files, our_files, read_loaded
from cspcycle.source.yaml_reader import Mapping


def read_files(root: Path, dossier: Path) -> tuple[list[tuple[str, Mapping]], list[Diagnostic]]:
    return read_loaded(load_files(root, dossier))


def write(root: Path, *names: str, text: str = "a: 1\n") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def test_every_folder_with_a_partnership_is_a_dossier_in_the_order_of_paths(tmp_path: Path) -> None:
    write(tmp_path, "b/partnership.yaml", "partnership.yml", "a/c/partnership.yaml", "a/notes.yaml")
    assert find_dossiers(tmp_path) == [tmp_path, tmp_path / "a" / "c", tmp_path / "b"]


@pytest.mark.parametrize("name", [".git", ".hidden", "node_modules", "evidence", "templates"])
def test_a_folder_that_is_not_for_dossiers_is_not_looked_into(tmp_path: Path, name: str) -> None:
    write(tmp_path, f"{name}/partnership.yaml", f"{name}/deeper/partnership.yaml")
    assert find_dossiers(tmp_path) == []


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "real/partnership.yaml")
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    (tmp_path / "real" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert find_dossiers(tmp_path) == [tmp_path / "real"]


def test_folders_are_looked_for_eight_levels_deep(tmp_path: Path) -> None:
    write(tmp_path, "1/2/3/4/5/6/7/8/partnership.yaml", "1/2/3/4/5/6/7/8/9/partnership.yaml")
    assert find_dossiers(tmp_path) == [tmp_path / "1/2/3/4/5/6/7/8"]


def test_our_files_are_yaml_not_hidden_and_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", "a.yml", "C.YAML", ".hidden.yaml", "notes.txt", "deeper/d.yaml")
    assert [path.name for path in our_files(tmp_path)] == ["C.YAML", "a.yml", "b.yaml"]


@pytest.mark.parametrize("look", [find_dossiers, our_files])
def test_no_folder_is_a_circumstance_and_says_what_to_do(tmp_path: Path, look: object) -> None:
    write(tmp_path, "file.yaml")
    assert callable(look)
    with pytest.raises(CannotContinue, match="there is no folder") as no_folder:
        look(tmp_path / "nowhere")
    with pytest.raises(CannotContinue, match="is a file, not a folder") as no_directory:
        look(tmp_path / "file.yaml")
    assert no_folder.value.fix
    assert no_directory.value.fix


def test_files_are_named_from_the_folder_asked_about_with_forward_slashes(tmp_path: Path) -> None:
    write(tmp_path, "north/vale/partnership.yaml", text="a: 1\na: 2\n")
    mappings, (finding,) = read_files(tmp_path, tmp_path / "north" / "vale")
    assert [(name, dict(mapping), mapping.file) for name, mapping in mappings] == [
        ("north/vale/partnership.yaml", {"a": 1}, "north/vale/partnership.yaml")
    ]
    assert finding.at == Location("north/vale/partnership.yaml", 2, 1)
    assert [name for name, _ in read_files(tmp_path / "north" / "vale", tmp_path / "north" / "vale")[0]] == [
        "partnership.yaml"
    ]


def codes(root: Path) -> list[tuple[str, str]]:
    return [(d.at.file, d.code) for d in read_files(root, root)[1]]


def test_a_link_that_leads_out_of_the_folder_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "outside.yaml", text="secret: [\n")
    write(tmp_path, "in/real.yaml")
    (tmp_path / "in" / "away.yaml").symlink_to(tmp_path / "outside.yaml")
    (tmp_path / "in" / "inside.yaml").symlink_to("real.yaml")
    mappings, (finding,) = read_files(tmp_path / "in", tmp_path / "in")
    assert (finding.at.file, finding.code) == ("away.yaml", "yaml/link-outside-folder")
    assert [name for name, _ in mappings] == ["inside.yaml", "real.yaml"]


def test_a_link_to_nothing_or_to_itself_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "nothing.yaml").symlink_to("no-such-file")
    (tmp_path / "self.yaml").symlink_to("self.yaml")
    assert codes(tmp_path) == [("nothing.yaml", "yaml/unreadable"), ("self.yaml", "yaml/unreadable")]


def test_a_folder_named_like_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    assert codes(tmp_path) == [("x.yaml", "yaml/not-a-file")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_a_finding_and_nobody_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")
    (tmp_path / "device.yaml").symlink_to("/dev/zero")
    assert codes(tmp_path) == [("device.yaml", "yaml/link-outside-folder"), ("x.yaml", "yaml/not-a-file")]


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.yaml", "b.yaml")

    def refuse(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied", str(path), flags)

    monkeypatch.setattr(os, "open", refuse)  # root may read everything, so no mode would refuse
    findings = read_files(tmp_path, tmp_path)[1]
    assert [(d.at.file, d.code) for d in findings] == [("a.yaml", "yaml/unreadable"), ("b.yaml", "yaml/unreadable")]
    assert findings[0].message == "you have no permission to read this file"


def test_a_file_on_a_failing_disk_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.yaml")

    def fail(path: Path, flags: int) -> int:
        raise OSError(5, "Input/output error", str(path), flags)

    monkeypatch.setattr(os, "open", fail)
    (finding,) = read_files(tmp_path, tmp_path)[1]
    assert finding.message == "this file cannot be read: Input/output error"


def test_a_folder_below_that_may_not_be_listed_is_passed_over_but_not_the_one_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "partnership.yaml", "closed/partnership.yaml")
    list_folder = os.scandir

    def refuse(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert find_dossiers(tmp_path) == [tmp_path]
    with pytest.raises(CannotContinue, match="you have no permission to look into the folder"):
        find_dossiers(tmp_path / "closed")


def test_a_name_that_would_move_the_cursor_is_kept_for_reports_to_escape(tmp_path: Path) -> None:
    name = "a\x1b[31m\n[bold].yaml"
    write(tmp_path, name, text="- x\n")
    assert codes(tmp_path) == [(name, "yaml/not-a-mapping")]


def test_a_file_name_that_is_not_utf_8_is_read_like_any_other(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.yaml")
    try:
        write(tmp_path, name)
    except OSError:
        pytest.skip("this file system keeps only names in UTF-8")
    assert [name for name, _ in read_files(tmp_path, tmp_path)[0]] == [name]
    assert fingerprint(load_files(tmp_path, tmp_path))


def test_more_files_than_a_dossier_can_have_are_one_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder, "MOST_FILES", 2)
    write(tmp_path, "a.yaml", "b.yaml", "c.yaml", "d.yaml")
    mappings, findings = read_files(tmp_path, tmp_path)
    assert [name for name, _ in mappings] == ["a.yaml", "b.yaml"]
    assert [(d.at.file, d.code) for d in findings] == [("c.yaml", "yaml/too-many-files")]


def test_the_fingerprint_changes_with_a_name_a_byte_or_a_file_and_with_nothing_else(tmp_path: Path) -> None:
    def of_now() -> str:
        return fingerprint(load_files(tmp_path, tmp_path))

    seen = [of_now()]
    write(tmp_path, "a.yaml", text="a: 1\n")
    seen.append(of_now())
    write(tmp_path, "a.yaml", text="a: 2\n")
    seen.append(of_now())
    (tmp_path / "a.yaml").rename(tmp_path / "b.yaml")
    seen.append(of_now())
    (tmp_path / "c.yaml").mkdir()
    seen.append(of_now())
    assert len(set(seen)) == len(seen)
    os.utime(tmp_path / "b.yaml", (0, 0))
    assert of_now() == seen[-1]


def test_reading_changes_nothing_in_the_folder(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "broken.yaml", text="a: [\n")
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    read_files(tmp_path, tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
