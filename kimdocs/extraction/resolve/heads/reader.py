"""Reading the labels and values of a head, however the layout sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kimdocs.extraction.recognise.date import has_slashes, month_comes_first
from kimdocs.extraction.recognise.reference import reference_at
from kimdocs.extraction.resolve.consultations.heading import heads_lists, heads_rows, is_role_cell
from kimdocs.extraction.resolve.heads.ends import begun_to, limit, opens_text
from kimdocs.extraction.resolve.heads.head import Field, Head
from kimdocs.extraction.resolve.heads.labels import (
    answers,
    asks_number_below,
    heads_columns,
    heads_paper,
    heads_text,
    in_list,
    is_value_below,
    label_without_colon,
    labels_between,
    labels_follow,
    public_alone,
    resolution_sheet,
    without_parts,
)
from kimdocs.extraction.resolve.heads.lines import line_by_line, mark_end, own_blocks
from kimdocs.extraction.resolve.heads.values import SHORT, below_labels, is_typed, value_in
from kimdocs.extraction.resolve.heads.vendors import (
    below_table,
    columns,
    heads_stack,
    is_no_body,
    is_noise,
    vendor_matcher,
)
from kimdocs.extraction.resolve.titles.beside import goes_on
from kimdocs.lexicon import Match, matcher
from kimdocs.lexicon.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.extraction.context import Context
    from kimdocs.extraction.resolve.heads.lines import Piece

_LONGEST_TITLE = 420
_LETTER = lazy(r"\w")
_CELL_ENDS = ("\t", "\t ", "|", "| ", "  ", "│ ")
_AFTER_LABEL = lazy(
    r"\s?(?:\([^()\n]{3,40}\))?\*{0,2}(?:\s?[._]{3,}\s?)?:\s*|\s?\([^()\n ]+ [^()\n]{8,80}\)\s*$"
    r"|\s?\(\d[^()\n]{0,20}\)\s*$|\s*(?=[\t|│])|\s{2,}|\s*$"
)
_PROSE = lazy(r".{221,}|.{90,}[a-zäöüß)]\.")
_OF_SITTING = lazy(r"\W*über die [^.\n]{0,40}(?:(?<=\d)\.[^.\n]{0,40})?sitzung (?:de[sr] |am |vom )")
_STATUS = lazy(r"(?:beschlu(?:ss|ß)|abstimmung)\s?:\s*[^\s].{2,80}$")


def read_head(context: Context) -> Head:
    """Read the labels of the first lines, up to the first heading of the text proper."""
    last = limit(context)
    head = Head(line_by_line(context, begun_to(context, last)), last)
    context = head.context
    end = context.lines[head.last - 1].end if head.last else 0
    if has_slashes(context, 0, end):
        head.month_first = month_comes_first(context, 0, end)
        if head.month_first is None and vendor_matcher("month_first").first(context.folded, 0, end):
            head.month_first = True
    _Reader(head).read()
    return head


class _Reader:
    """Goes through the lines once; labels without a value wait for the values that follow."""

    def __init__(self, head: Head) -> None:
        self.head = head
        self.context = head.context
        self.waiting: list[tuple[Match, int]] = []
        self.blanks = 0
        self.open: tuple[str, Field] | None = None
        self.in_run = False

    def read(self) -> None:
        for index in range(self.head.last):
            if self.head.blank(index):
                self.blanks += 1
                self.open = None
                continue
            if self._line(index):
                self.head.last = index
                return
            self.blanks = 0

    def _line(self, index: int) -> bool:
        """Take a line in; true where it is a heading of the text proper."""
        line = self.context.lines[index]
        start = mark_end(self.context.text, line.start, line.end)
        folded = self.context.folded[start : line.end]
        if self._of_table(index, columns(folded)) or is_noise(folded):
            return self._close(index)
        asked = self.waiting and is_value_below(self.context, self.waiting[-1][0], index, start)
        labels = [] if asked else list(self._labels(start, line.end))
        if not labels and self.waiting and self.waiting[-1][1] == index - 1 and not self.in_run:
            labels = label_without_colon(self.context, start, line.end, stacked=len(self.waiting) > 1)
        labels = [] if heads_columns(self.context, start, line.end, labels) else labels
        if labels and labels[0].entry.value == "text" and heads_rows(self.head, index, labels[0]):
            self.head.tables.append((index, ()))
            return self._close(index)
        ends = bool(labels) and heads_text(self.context, labels[0], line.end)
        ends = ends and not self._names_document(index, labels[0], folded)
        if ends:
            return not self._status(index, labels[0], line.end)
        prose = _PROSE.fullmatch(self.context.text, start, line.end) is not None and not self._is_no_text(index)
        begun = bool(self.head.fields.keys() - {"other"} or self.head.tables)
        if not labels and (prose or (not asked and opens_text(self.context, start, line.end, begun=begun))):
            return True
        if labels:
            goes_on = labels[0].start > start and self._continue(index, start, labels[0].start)
            self.open = None
            if self.waiting and labels[0].start > start and not goes_on:
                self._values(index, start, labels[0].start)
            self._labelled(index, labels, line.end)
        elif not self._continue(index, start, line.end):
            self._values(index, start, line.end)
        return False

    def _of_table(self, index: int, names: tuple[str, ...]) -> bool:
        """Whether a line heads a Beratungsfolge or its columns, or is the role of a row that stands in such a stack."""
        if "organization" in names and (len(names) > 1 or heads_lists(self.head, index)):
            self.head.tables.append((index, names))
            self.waiting = []
            return True
        stacked = bool(names) and (below_table(self.head, index) or heads_stack(self.head, index))
        stacked = stacked and not (names == ("item",) and asks_number_below(self.head, index))
        return stacked or (bool(self.head.tables) and is_role_cell(self.head, index))

    def _is_no_text(self, index: int) -> bool:
        """Whether a long line is the title that a label waits for, or what a web page says before the head."""
        start, end = self.context.lines[index]
        if self.waiting and self.waiting[-1][0].entry.value == "title" and self.waiting[-1][1] >= index - 2:
            return end - start <= _LONGEST_TITLE
        if not self.head.fields and _OF_SITTING.match(self.context.folded, start, end):
            return True
        return not self.head.fields and labels_follow(self.head, index)

    def _names_document(self, index: int, label: Match, folded: str) -> bool:
        """Whether a word that can be a heading is what the document calls itself ("Wortprotokoll")."""
        if answers(folded) or (not self.head.fields and heads_paper(self.head, index, label)):
            return True
        found = matcher("kinds").fullmatch(folded) or matcher("paper_types").fullmatch(folded)
        return not self.head.fields and (found is not None or resolution_sheet(self.context) is not None)

    def _status(self, index: int, label: Match, end: int) -> bool:
        """Whether a heading is only the status that systems put on top ("Beschluss: ungeändert …")."""
        colon = self.context.text[label.end : label.end + 1] == ":"
        number = reference_at(self.context, label.end + 2, end) if colon else None
        if number and number[1] - number[0] > 2 and not self.context.text[number[1] : end].strip():
            self.head.fields.setdefault("reference", []).append(Field("reference", (number,), index, label.entry.rule))
        elif _STATUS.match(self.context.folded, label.start, min(end, label.start + 120)):
            self.head.status.append(index)
        else:
            return False
        self.waiting = []
        self._close(index)
        return True

    def _close(self, index: int) -> bool:
        self.head.taken.add(index)
        self.open = None
        return False

    def _labels(self, start: int, end: int) -> Iterator[Match]:
        """Labels of a line: at its start, at the start of a cell, or anywhere before a colon."""
        at = start
        for match in labels_between(self.context, start, end):
            after = _AFTER_LABEL.match(self.context.text, match.end, end)
            first = match.start == start
            if match.start < at:
                continue
            if (
                first
                and match.entry.value == "text"
                and (after or " " in match.entry.phrases[0] or " " in self.context.folded[match.start : match.end])
            ):
                yield match
                return
            colon = after is not None and ":" in after.group()
            cell = not first and self.context.text[start : match.start].endswith(_CELL_ENDS)
            if ((first or cell) and (after or self._typed(match, end))) or colon:
                if match.entry.value in {"text", "subtitle"} and not first:
                    continue
                if not colon and not match.entry.attributes.get("bare") and not self._typed(match, end):
                    continue
                yield match
                at = match.end

    def _typed(self, match: Match, end: int) -> bool:
        return is_typed(self.context, match, end, month_first=self.head.month_first)

    def _labelled(self, index: int, labels: list[Match], end: int) -> None:
        if labels[0].entry.value == "subtitle" and "title" not in self.head.fields:
            return
        self.head.taken.add(index)
        if self.blanks or not self.waiting or self.waiting[-1][1] < index - 4:
            self.waiting = [item for item in self.waiting if item[1] >= index - 8]
        if in_list(self.context, labels[0], end):
            self.waiting = []
        labels = without_parts(self.context, labels)
        ends = [label.start for label in labels[1:]] + [end]
        empty: list[tuple[Match, int]] = []
        for label, stop in zip(labels, ends, strict=True):
            if label.entry.value == "consultations":
                self.head.tables.append((index, ()))
                return
            after = _AFTER_LABEL.match(self.context.text, label.end, stop)
            start = after.end() if after else label.end
            if not _LETTER.search(self.context.folded, start, stop):
                empty.append((label, index))
            elif self._store(label, index, start, stop):
                empty = [one for one in empty if one[0].entry.value != "other"]
            elif label.entry.value not in {"other", "title"}:
                empty.append((label, index))
                self._dated(label, index, start, stop)
        self.waiting += empty

    def _store(self, label: Match, index: int, start: int, end: int) -> bool:
        piece = self._accept(str(label.entry.attributes["accepts"]), start, end)
        if piece is None or (label.entry.value == "organization" and is_no_body(self.context.folded[slice(*piece)])):
            return False
        if self.context.folded[label.start : label.end] == "fb" and self.context.text[slice(*piece)].isdigit():
            return False
        same_line = index == self.context.line_at(label.start)
        if label.entry.attributes.get("part") and same_line and ":" not in self.context.text[label.end : piece[0]]:
            piece = (label.start, piece[1])
        kept = Field(label.entry.value, (piece,), index, label.entry.rule)
        self.head.fields.setdefault(kept.name, []).append(kept)
        if kept.name in {"title", "subtitle", "organization"}:
            self.open = (kept.name, kept)
        return True

    def _dated(self, label: Match, index: int, start: int, end: int) -> None:
        """Keep the date that stands alone behind the label of a number, whose value is yet to come."""
        piece = self._accept("date", start, end) if label.entry.value == "reference" else None
        if piece and not self.context.text[start : piece[0]].strip() and not self.context.text[piece[1] : end].strip():
            self.head.fields.setdefault("date", []).append(Field("date", (piece,), index, label.entry.rule))

    def _accept(self, accepts: str, start: int, end: int) -> Piece | None:
        return value_in(self.context, accepts, start, end, month_first=self.head.month_first)

    def _continue(self, index: int, start: int, end: int) -> bool:
        """Whether a line goes on with the title or the body above it."""
        if self.open is None or self.blanks or own_blocks(self.context):
            return False
        name, kept = self.open
        if not goes_on(self.context, name, kept.pieces, (self.context.lines[index].start, start, end)):
            return False
        dashed = name == "title" and self.context.text.startswith(("- ", "– "), self.context.lines[index].start)
        start = self.context.lines[index].start if dashed else start
        longer = Field(name, (*kept.pieces, (start, end)), kept.line, kept.rule)
        self.head.fields[name][-1] = longer
        self.head.taken.add(index)
        self.open = (name, longer)
        return True

    def _values(self, index: int, start: int, end: int) -> None:
        """Give the cells of a line without labels to the labels that wait."""
        if not self.waiting or index - self.waiting[-1][1] > 12:
            self.waiting = []
            return
        cells = below_labels(self.context, self.waiting, start, end)
        used = [self._value(index, *cell) for cell in cells]
        if not any(used):
            self.waiting = []

    def _value(self, index: int, start: int, end: int) -> bool:
        if public_alone(self.context.folded[start:end]) and all(m.entry.value != "public" for m, _ in self.waiting):
            self._keep_public(index, start, end)
            return True
        alone = len(self.waiting) == 1 and not self.in_run
        if alone and self.waiting[0][0].entry.value == "other" and (self.blanks or end - start > SHORT // 2):
            return False
        self.in_run = len(self.waiting) > 1
        for position, (label, _) in enumerate(self.waiting):
            if self.blanks and end - start > SHORT // 2 and label.entry.value == "other":
                return False
            if self._store(label, index, start, end):
                self.waiting = self.waiting[position + 1 :]
                self.head.taken.add(index)
                return True
            if label.entry.attributes["accepts"] not in {"date", "reference", "public"}:
                break
        return False

    def _keep_public(self, index: int, start: int, end: int) -> None:
        self.head.fields.setdefault("public", []).append(Field("public", ((start, end),), index, "labels.public"))
        self.head.taken.add(index)
