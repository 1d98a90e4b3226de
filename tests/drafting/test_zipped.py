"""The ZIP files of drafts: other programs read them, and the same content gives the same bytes."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from kimdocs.drafting.write.zipped import archive

NAMES = st.text("abcü/._", min_size=1, max_size=12)
FILES = st.lists(st.tuples(NAMES, st.binary(max_size=300)), max_size=5, unique_by=lambda file: file[0])


@given(FILES)
def test_another_reader_finds_every_file_whole(files):
    made = archive(files)
    assert archive(list(files)) == made
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.testzip() is None
        assert [(name, package.read(name)) for name in package.namelist()] == files


@given(FILES)
def test_pythons_own_writer_gives_the_same_bytes(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            package.writestr(entry, content)
    assert stream.getvalue() == archive(files)
