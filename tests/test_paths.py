import subprocess
import sys
from pathlib import Path

import platformdirs

from herreader import paths


def test_all_that_lasts_lies_in_the_chosen_folder() -> None:
    environ = {"HERREADER_DATA": "/chosen/data"}
    assert paths.data_folder(environ) == Path("/chosen/data")
    assert paths.database_file(environ) == Path("/chosen/data/herreader.db")


def test_the_settings_lie_in_the_chosen_folder() -> None:
    environ = {"HERREADER_CONFIG": "/chosen/config"}
    assert paths.config_folder(environ) == Path("/chosen/config")
    assert paths.settings_file(environ) == Path("/chosen/config/settings.toml")


def test_without_a_choice_files_lie_where_the_platform_expects_them() -> None:
    assert paths.data_folder({}) == platformdirs.user_data_path("herreader", appauthor=False)
    assert paths.config_folder({}) == platformdirs.user_config_path("herreader", appauthor=False)


def test_an_empty_choice_is_none() -> None:
    environ = {"HERREADER_DATA": "", "HERREADER_CONFIG": ""}
    assert paths.data_folder(environ) == paths.data_folder({})
    assert paths.config_folder(environ) == paths.config_folder({})


def test_a_chosen_folder_is_found_without_platformdirs() -> None:
    code = (
        "import sys; from herreader import paths; "
        "paths.database_file({'HERREADER_DATA': 'x'}); "
        "sys.exit('platformdirs' in sys.modules)"
    )
    root = Path(paths.__file__).parent.parent
    process = subprocess.run(  # noqa: S603 - a script of this test's own
        [sys.executable, "-c", code], cwd=root, check=False
    )
    assert process.returncode == 0


def test_a_checkout_reads_the_room_beside_the_package(tmp_path: Path) -> None:
    (tmp_path / "herreader").mkdir()
    (tmp_path / "content").mkdir()
    assert paths.bundled_room(tmp_path / "herreader") == tmp_path / "content"


def test_an_installed_package_reads_its_own_room_and_not_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "herreader" / "content").mkdir(parents=True)
    (tmp_path / "content").mkdir()
    assert paths.bundled_room(tmp_path / "herreader") == tmp_path / "herreader" / "content"
