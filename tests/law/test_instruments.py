"""What the files of the register say: ids the model relies on, paths that exist, examples one could write."""

import re
from types import UnionType
from typing import Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from cspcycle.checks.judges import JUDGES
from cspcycle.law import register
from cspcycle.law.instrument import Duty, Version
from cspcycle.model import schema_messages
from cspcycle.model.dossier import SECTIONS, adapter
from cspcycle.source.yaml_reader import read_yaml

DEMANDED = [duty for duty in register.all_duties() if any(version.demands for version in duty.versions)]
VERSIONS = [(duty, version) for duty in register.all_duties() for version in duty.versions]


def named(value: object) -> str:
    return f"{value.id}-{value.nations[0]}" if isinstance(value, Duty) else ""


def test_every_duty_that_the_model_speaks_of_is_in_the_register() -> None:
    served = {duty for section in SECTIONS.values() for duty in serves(section.shape, set())}
    assert served <= set(register.duty_ids())


def models_in(shape: Any) -> list[Any]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        return [shape]
    return [model for part in get_args(shape) for model in models_in(part)]


def serves(shape: Any, seen: set[Any]) -> set[str]:
    found: set[str] = set()
    for model in models_in(shape):
        if model in seen:
            continue
        seen.add(model)
        for field in model.model_fields.values():
            extra = field.json_schema_extra
            found |= set(extra.get("serves", [])) if isinstance(extra, dict) else set()
            found |= serves(field.annotation, seen)
    return found


def shape_at(path: str) -> Any:
    """The type at a path of the model; fails where there is none."""
    first, *rest = path.split(".")
    shape = SECTIONS[first.removesuffix("[]")].shape
    parts = [first, *rest]
    for number, part in enumerate(parts):
        if number:
            name = part.removesuffix("[]")
            keyed = [each for each in alternatives(shape) if get_origin(each) is dict]
            shape = get_args(keyed[0])[1] if keyed else models_of_one(shape).model_fields[name].annotation
        if part.endswith("[]"):
            (lists,) = [each for each in alternatives(shape) if get_origin(each) is tuple]
            shape = get_args(lists)[0]
    return shape


def alternatives(shape: Any) -> tuple[Any, ...]:
    return get_args(shape) if get_origin(shape) in {Union, UnionType} else (shape,)


def models_of_one(shape: Any) -> Any:
    (model,) = [each for each in alternatives(shape) if isinstance(each, type) and issubclass(each, BaseModel)]
    return model


def paths_of(version: Version) -> list[str]:
    paths = [shown.path for shown in version.shown_by]
    if version.within:
        paths.append(version.within.path)
    if rule := version.every_year:
        paths += [f"{rule.path}.{rule.year_key}", f"{rule.path}.{rule.day_key}", rule.earlier]
    return [*paths, version.applies_to.only_when] if version.applies_to.only_when else paths


@pytest.mark.parametrize("path", sorted({path for _, version in VERSIONS for path in paths_of(version)}))
def test_every_path_is_a_key_that_a_partnership_can_write(path: str) -> None:
    assert shape_at(path) is not None


def test_every_judge_exists() -> None:
    assert {version.judged_by for _, version in VERSIONS if version.judged_by} <= set(JUDGES)


@pytest.mark.parametrize("duty", DEMANDED, ids=named)
def test_a_demanded_duty_has_examples_that_a_partnership_could_write(duty: Duty) -> None:
    assert duty.failing
    assert duty.passing
    assert duty.failing != duty.passing
    for example in (duty.failing, duty.passing):
        content, wrong = read_yaml(example.encode(), "example.yaml")
        assert wrong == []
        assert content is not None
        for section, value in content.items():
            _, wrong = schema_messages.build(adapter(section), value, content, section)
            assert wrong == [], example


@pytest.mark.parametrize("duty", DEMANDED, ids=named)
def test_a_fix_sends_nobody_to_the_statement_of_another_duty(duty: Duty) -> None:
    assert set(re.findall(r"`duties\.([a-z0-9-]+)`", duty.fix)) <= {duty.id}


def test_sentences_end_in_a_full_stop_and_fixes_do_not() -> None:
    for duty in register.all_duties():
        assert duty.says_plainly.endswith(".")
        assert duty.why_it_matters.endswith(".")
        assert not duty.fix.endswith(".")
        assert duty.instrument.read.endswith(".")


def test_what_was_read_is_never_newer_than_the_day_it_was_compared() -> None:
    for duty, version in VERSIONS:
        assert version.in_force_from <= duty.instrument.compared_on
