"""A process that is killed while it adds documents leaves a sound archive with everything it had finished."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kimdocs.archive.store import Archive
from tests.archive.papers import paper

WRITER = """
import sys
from kimdocs.archive import documents, store
from tests.archive.papers import paper

path, stop_at = sys.argv[1], int(sys.argv[2])
add_words = documents.add_words

def stop_half_way(connection, number, *rest):
    if number == stop_at:
        print("half-way", flush=True)
        sys.stdin.read()
    add_words(connection, number, *rest)

documents.add_words = stop_half_way
archive = store.Archive(path)
for number in range(1, 100):
    made = paper(f"Papier {number} zum Haushalt. " * 50)
    print(archive.add(made.record, made.source).id, flush=True)
"""


@pytest.mark.parametrize("stop_at", [1, 2, 7])
def test_a_document_is_in_the_archive_wholly_or_not_at_all(tmp_path, root, stop_at):
    file = tmp_path / "a.sqlite"
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(file), str(stop_at)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root,
    )  # fmt: skip
    finished = []
    with writer:
        for line in writer.stdout:
            if line.startswith("half-way"):
                writer.kill()
                break
            finished.append(int(line))
    assert finished == list(range(1, stop_at))
    made = paper("Ein Papier danach.")
    with Archive(file, timeout=1) as archive:
        if finished:
            assert sorted(entry.id for entry in archive.list()) == finished
            assert len(archive.search("Haushalt", limit=None)) == len(finished)
            assert archive.check() == []
        assert archive.add(made.record, made.source).added
        assert archive.check() == []


def test_two_processes_that_add_at_once_both_get_their_documents_in(tmp_path, root):
    file = tmp_path / "a.sqlite"
    script = (
        "import sys\nfrom kimdocs.archive.store import Archive\nfrom tests.archive.papers import paper\n"
        "archive = Archive(sys.argv[1], timeout=60)\n"
        "for number in range(20):\n"
        "    made = paper(f'Papier {number} von {sys.argv[2]}')\n"
        "    archive.add(made.record, made.source)\n"
    )
    writers = [
        subprocess.Popen([sys.executable, "-c", script, str(file), name], cwd=root, stderr=subprocess.PIPE, text=True)
        for name in ("Nord", "Süd", "West")
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=120)
        assert writer.returncode == 0, errors
    with Archive(file) as archive:
        assert len(archive.list()) == 60
        assert archive.check() == []
