"""What several tests of documents use: the look that we ship, and every format by name."""

import pytest

from cspcycle.documents.house_style import HouseStyle, read_house_style


@pytest.fixture(scope="session")
def house() -> HouseStyle:
    style, found = read_house_style()
    assert found == ()
    return style
