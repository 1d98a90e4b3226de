"""The command line's process leaves out what no command needs, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import kimdocs
from kimdocs.model.codec import to_json

if TYPE_CHECKING:
    from pathlib import Path

DOUBTFUL = "Niederschrift\n\nTOP 1: Bau\n\nDer Rat beschloss einstimmig die Fassung Nr. 7. Sie gilt ab sofort.\n"
PROGRAM = """
import sys
from kimdocs.cli.main import main
from kimdocs.cli.startup import lighten
lighten()
code = main(["extract", sys.argv[1], "--format", "json"])
print(code, "spacy" in sys.modules, "weasel" in sys.modules, file=sys.stderr)
"""


def test_a_light_process_finds_the_same_facts(tmp_path: Path) -> None:
    paper = tmp_path / "papier.txt"
    paper.write_text(DOUBTFUL, encoding="utf-8")
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(paper)], check=True, capture_output=True, text=True)
    assert done.stderr.split()[-3:] == ["0", "True", "False"]
    assert json.loads(done.stdout) == [json.loads(to_json(kimdocs.extract(kimdocs.read(paper))))]
