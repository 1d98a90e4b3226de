"""What goes in comes out again: once, whole, under a number that stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kimdocs.archive.content import DisagreementError
from kimdocs.archive.store import Archive
from kimdocs.errors import ArchiveError
from kimdocs.model.record import Generator
from tests.archive.papers import evidence, minutes, paper, with_layout


def test_record_and_source_come_back_as_they_were(archive):
    made = with_layout(minutes())
    result = archive.add(made.record, made.source)
    assert (result.added, result.updated, result.name) == (True, False, "niederschrift-soziales.txt")
    assert archive.get(result.id) == made.record
    assert archive.source(result.id) == made.source


def test_an_archive_opened_again_holds_the_same(tmp_path):
    made = minutes()
    with Archive(tmp_path / "a.sqlite") as archive:
        number = archive.add(made.record, made.source).id
    with Archive(tmp_path / "a.sqlite") as archive:
        assert archive.get(number) == made.record
        assert archive.check() == []


def test_added_twice_is_once(archive):
    made = minutes()
    first = archive.add(made.record, made.source)
    second = archive.add(made.record, made.source)
    assert (second.id, second.added, second.updated) == (first.id, False, False)
    assert len(archive.list()) == 1
    assert len(archive.search("Vereinbarung")) == 1


def test_the_same_content_under_two_names_is_one_document_with_its_first_name(archive):
    first = minutes(name="eins.txt")
    again = minutes(name="zwei.txt")
    number = archive.add(first.record, first.source).id
    result = archive.add(again.record, again.source)
    assert (result.id, result.added, result.name) == (number, False, "eins.txt")
    assert [entry.name for entry in archive.list()] == ["eins.txt"]


@pytest.mark.parametrize(
    ("old", "new", "updated"),
    [
        (("0.1.0", "sha256:aa"), ("0.1.0", "sha256:bb"), True),
        (("0.9.0", "sha256:aa"), ("0.10.0", "sha256:aa"), True),
        (("0.2.0", "sha256:aa"), ("0.1.0", "sha256:bb"), False),
        (("0.1.0", "sha256:aa"), ("0.1.0", "sha256:aa"), False),
    ],
)
def test_a_newer_program_or_another_lexicon_replaces_the_record_and_the_number_stays(archive, old, new, updated):
    before = minutes(generator=old)
    after = minutes(generator=new, decisions=(), issues=())
    number = archive.add(before.record, before.source).id
    result = archive.add(after.record, after.source)
    assert (result.id, result.added, result.updated) == (number, False, updated)
    assert archive.get(number) == (after if updated else before).record
    assert archive.entry(number).decisions == (0 if updated else 1)
    assert archive.check() == []


def test_refresh_replaces_whatever_the_version(archive):
    before, after = minutes(), minutes(figures=())
    number = archive.add(before.record, before.source).id
    assert archive.add(after.record, after.source, refresh=True).updated
    assert archive.get(number) == after.record


def test_a_replaced_text_is_found_by_its_new_words_only(archive):
    """A newer reader may read another text from the same file."""
    before = paper("Der Brunnen am Markt wird saniert.")
    source = replace(before.source, text="Der Springbrunnen am Rathaus wird erneuert.")
    info = replace(before.record.source, characters=len(source.text))
    record = replace(before.record, source=info, generator=Generator("0.2.0", "sha256:aa"))
    number = archive.add(before.record, before.source).id
    archive.add(record, source)
    assert archive.search("saniert") == []
    assert [hit.id for hit in archive.search("erneuert")] == [number]
    assert archive.check() == []


def test_numbers_are_never_given_out_again(archive):
    first, second = paper("Erstes Papier"), paper("Zweites Papier")
    number = archive.add(first.record, first.source).id
    archive.remove(number)
    assert archive.add(second.record, second.source).id > number


def test_documents_are_named_by_number_or_by_the_beginning_of_their_hash(archive):
    made = minutes()
    number = archive.add(made.record, made.source).id
    digest = made.source.id.removeprefix("sha256:")
    for key in (number, str(number), digest, digest[:4], digest[:8].upper(), made.source.id, f" {number} "):
        assert archive.entry(key).id == number
    for unknown in (0, -1, "", "7", digest[:3], "%", "____", "sha256:", "9" * 40, "abcg"):
        if not (isinstance(unknown, str) and unknown and digest.startswith(unknown) and len(unknown) > 3):
            with pytest.raises(ArchiveError, match="nicht im Archiv"):
                archive.entry(unknown)


def test_a_beginning_that_several_hashes_share_is_refused_with_their_numbers(archive):
    text = minutes()
    for tail in ("01", "02"):
        number = f"sha256:abcdef{tail:0>58}"
        source = replace(text.source, id=number)
        archive.add(replace(text.record, source=replace(text.record.source, id=number)), source)
    with pytest.raises(ArchiveError, match=r"mehrerer Dokumente: Nr\. 1, 2\."):
        archive.get("abcdef")
    assert archive.entry("abcdef" + "0" * 56 + "02").id == 2


def test_removed_documents_leave_no_word_behind(archive, tmp_path):
    secret, other = paper("Verhandlung mit der Firma Quellwasserwerk Zwiebelfeld"), paper("Verhandlung mit der Bahn")
    number = archive.add(secret.record, secret.source).id
    archive.add(other.record, other.source)
    archive.remove(number)
    archive.close()
    assert archive.search("Quellwasserwerk") == []
    assert len(archive.search("Verhandlung")) == 1
    assert archive.check() == []
    archive.close()
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir()).lower()
    assert b"quellwasserwerk" not in content
    assert b"zwiebelfeld" not in content


def test_removing_is_all_or_nothing(archive):
    made = minutes()
    number = archive.add(made.record, made.source).id
    with pytest.raises(ArchiveError):
        archive.remove(number, 77)
    assert archive.get(number) == made.record


def test_a_record_of_another_document_is_refused(archive):
    one, two = paper("Ein Papier"), paper("Ein anderes Papier")
    with pytest.raises(DisagreementError, match="gehört zu"):
        archive.add(one.record, two.source)


@pytest.mark.parametrize("shift", [-1, 1, 10_000])
def test_evidence_that_is_not_in_the_text_is_refused(archive, shift):
    made = minutes()
    (fact,) = made.record.figures
    (place,) = fact.evidence
    moved = replace(place, start=place.start + shift, end=place.end + shift)
    record = replace(made.record, figures=(replace(fact, evidence=(moved,)),))
    with pytest.raises(DisagreementError, match="steht nicht"):
        archive.add(record, made.source)
    assert archive.find(made.source.id) is None


def test_text_that_is_no_unicode_is_refused(archive):
    made = paper("Ein \ud800 Papier")
    with pytest.raises(DisagreementError):
        archive.add(made.record, made.source)


def test_public_is_kept_as_it_is_stated(archive):
    for public in (True, False, None):
        made = paper(f"Papier {public}", facts={"public": public})
        assert archive.entry(archive.add(made.record, made.source).id).public is public


def test_numbers_beyond_all_measure_do_not_stop_a_document(archive):
    made = minutes()
    (figure,), (decision,) = made.record.figures, made.record.decisions
    huge = replace(figure, amount=figure.amount * 10**40)
    record = replace(made.record, figures=(huge,), decisions=(replace(decision, yes=10**30),))
    number = archive.add(record, made.source).id
    assert archive.get(number) == record
    assert [hit.id for hit in archive.search("Vereinbarung", min_amount=10**14)] == [number]


def test_list_is_newest_first_and_without_a_date_last(archive):
    import datetime as dt

    dates = [dt.date(2021, 3, 1), None, dt.date(2024, 1, 9), dt.date(2021, 3, 2)]
    for date in dates:
        made = paper(f"Papier vom {date}", facts={"date": date})
        archive.add(made.record, made.source)
    order = [dates[2], dates[3], dates[0], None]
    assert [entry.date for entry in archive.list()] == order
    assert [hit.date for hit in archive.search("Papier")] == order


def test_registers_hold_a_row_for_each_fact_with_its_document_and_place(archive):
    made = minutes()
    archive.add(made.record, made.source)
    (row,) = archive.register("figures")
    assert (row["document_name"], row["amount"], row["per"]) == (
        made.source.name,
        made.record.figures[0].amount,
        ["year", "post"],
    )
    (row,) = archive.register("decisions")
    assert (row["yes"], row["no"], row["abstain"], row["present"]) == (11, 2, 0, None)
    assert made.source.text[row["start"] : row["end"]] == row["quote"]
    assert [row["text"] for row in archive.register("resolutions")] == ["Der Vereinbarung wird zugestimmt."]
    assert [row["document"] for row in archive.register("documents")] == [1]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=6))
def test_whatever_texts_go_in_come_out_and_agree_with_their_evidence(tmp_path_factory, texts):
    papers = [
        paper(text, facts={"evidence": {"title": evidence(text, text[1:4])}} if len(text) > 1 else None)
        for text in dict.fromkeys(texts)
    ]
    with Archive(tmp_path_factory.mktemp("a") / "a.sqlite") as archive:
        for made in (*papers, *papers):
            archive.add(made.record, made.source)
        assert len(archive.list()) == len(papers)
        for made in papers:
            number = archive.entry(made.source.id).id
            assert archive.source(number) == made.source
            assert archive.get(number) == made.record
        assert archive.check() == []
        for made in papers:
            archive.remove(made.source.id)
        assert archive.list() == []
        assert archive.check() == []
