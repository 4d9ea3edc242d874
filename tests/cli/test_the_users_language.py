import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hatch_build import compile_translations

from verifier.session.sample import make_sample_case

SRC = Path(__file__).resolve().parents[2] / "src"


def said(*arguments: str, language: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What the program says to a user of this language."""
    environment = {**os.environ, "PYTHONPATH": str(SRC), "LANG": "en_GB.UTF-8", "LANGUAGE": language, **more}
    environment.pop("LC_ALL", None)
    return subprocess.run(
        [sys.executable, "-m", "verifier", *arguments],
        env={**environment, **more}, capture_output=True, text=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    compile_translations()
    path = tmp_path_factory.mktemp("case") / "sample.verif"
    make_sample_case(path)
    return path


def test_help_is_in_the_users_language(case: Path) -> None:
    told = said("mark", "--help", language="ru").stdout
    assert told.startswith("вызов: verifier mark")
    assert "Дать предложению оценку" in told
    assert "показать эту справку и выйти" in told
    assert "usage" not in told
    assert "options:" not in told
    assert "команды: sample, read" in said("--help", language="ru").stdout


def test_misuse_is_told_in_the_users_language(case: Path) -> None:
    misused = said("mark", str(case), "A1", "wrong", language="ru")
    assert misused.returncode == 2
    assert "недопустимое значение: 'wrong'" in misused.stderr
    assert "См. «verifier mark --help»" in misused.stderr


def test_answers_and_errors_are_in_the_users_language(case: Path, tmp_path: Path) -> None:
    assert "≠ оспорено" in said("list", str(case), language="ru").stdout
    assert "записано" in said("history", str(case), language="ru").stdout
    assert said("check", str(case), language="ru").stdout.endswith(": цел и не изменён\n")
    missing = said("list", str(tmp_path / "none.verif"), language="ru")
    assert missing.returncode == 1
    assert "такого дела нет" in missing.stderr


@pytest.mark.parametrize("verb", ["list", "history", "check"])
def test_what_is_for_machines_is_the_same_in_every_language(case: Path, verb: str) -> None:
    russian, english = (
        said(verb, str(case), "--json", language=language).stdout for language in ("ru", "en")
    )
    assert russian == english
    assert json.loads(russian)


def test_a_system_that_says_c_is_answered_in_english(case: Path) -> None:
    assert said("check", str(case), language="ru", LC_ALL="C").stdout.endswith(": whole and unaltered\n")


def test_a_language_there_is_no_translation_for_is_answered_in_english(case: Path) -> None:
    assert said("check", str(case), language="xx").stdout.endswith(": whole and unaltered\n")
