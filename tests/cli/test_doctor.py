from pathlib import Path

from kg.store import open_store
from tests.cli.command import SAMPLES, Command


def test_doctor_finds_nothing_wrong_with_the_samples(kg: Command, data: Path) -> None:
    ran = kg("doctor", "--data", data)
    assert (ran.code, ran.out) == (0, "all is well\n")
    assert kg("doctor", "--data", data, "--format", "json").out == "[]\n"


def test_doctor_finds_and_repairs_what_was_broken(kg: Command, tmp_path: Path) -> None:
    kg("load", SAMPLES / "sichuan-2024-plan.zh.txt", "--data", tmp_path)
    with open_store(data=tmp_path) as store:
        store.connection.write(
            lambda transaction: transaction.run("MATCH (:City)-[r:RECEIVES]->() DELETE r").consume() and None
        )
    broken = kg("doctor", "--data", tmp_path)
    assert broken.code == 1
    assert broken.out.startswith("wrong: ")
    assert kg("doctor", "--repair", "--data", tmp_path).out.startswith("set right: ")
    kg("load", SAMPLES / "sichuan-2024-plan.zh.txt", "--data", tmp_path)
    assert kg("doctor", "--data", tmp_path).out == "all is well\n"
