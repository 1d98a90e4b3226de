"""Pages → one text: paragraphs, tables as rows with broken words made whole, furniture set aside."""

from __future__ import annotations

from itertools import pairwise
from statistics import median, quantiles
from typing import TYPE_CHECKING

from kimdocs.extraction.read.build import CellText, TextBuilder
from kimdocs.extraction.read.pdf.furniture import furniture_lines
from kimdocs.extraction.read.pdf.hyphens import join_broken
from kimdocs.extraction.read.pdf.lines import Line
from kimdocs.extraction.read.pdf.page import PageTable
from kimdocs.model.source import BlockKind, Furniture, WordBox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kimdocs.extraction.read.pdf.page import PageContent
    from kimdocs.extraction.read.pdf.runs import Run

_PARAGRAPH_GAP = 0.4
_SINGLE_GAP = 0.4
_SIZE_CHANGE = 1.15
_TIGHT_CHANGE = 1.35
_FEW_RUNS = 2
_HEADING_SIZE = 1.2
_HEADING_LINES = 3
_HEADING_LEVELS = 6
_SENTENCE_ENDS = (".", ":", ";", "!", "?")


class Assembler:
    """Writes the pages of one document into a text."""

    def __init__(self, pages: Sequence[PageContent], *, boxes: bool) -> None:
        """Take all pages, since line spacing, type sizes and furniture are known only from all of them."""
        self.builder = TextBuilder()
        self.boxes: list[WordBox] = []
        self.furniture: list[Furniture] = []
        self._pages = pages
        self._want_boxes = boxes
        self._lines = [page.lines for page in pages]
        sizes = [line.size for lines in self._lines for line in lines]
        self._spacing = _usual_spacing(self._lines)
        self._body = median(sizes) if sizes else 0.0
        self._large = _HEADING_SIZE * self._body
        self._sizes = sorted({round(size) for size in sizes if size >= self._large}, reverse=True)

    def run(self) -> None:
        """Write all pages."""
        heights = [page.height for page in self._pages]
        taken = furniture_lines(list(zip(heights, self._lines, strict=True)))
        last: Line | None = None
        for page, lines, gone in zip(self._pages, self._lines, taken, strict=True):
            dropped = {id(lines[index]) for index in gone}
            self.furniture += [Furniture(page.number, lines[index].text) for index in sorted(gone)]
            if page is not self._pages[0]:
                self.builder.new_page()
            for paragraph in self._paragraphs([part for part in page.parts if id(part) not in dropped]):
                last = self._part(page.number, paragraph, last)

    def _paragraphs(self, parts: Sequence[Line | PageTable]) -> Iterator[list[Line] | PageTable]:
        waiting: list[Line] = []
        for part in parts:
            if isinstance(part, Line):
                waiting.append(part)
                continue
            yield from self._parted(waiting)
            yield part
            waiting = []
        yield from self._parted(waiting)

    def _parted(self, lines: list[Line]) -> Iterator[list[Line]]:
        """The paragraphs of lines that follow one another."""
        paragraph: list[Line] = []
        for line in join_broken(lines, in_text=True):
            if paragraph and not self._is_close(paragraph[-1], line):
                yield paragraph
                paragraph = []
            paragraph.append(line)
        if paragraph:
            yield paragraph

    def _part(self, page: int, part: list[Line] | PageTable, last: Line | None) -> Line | None:
        if isinstance(part, PageTable):
            self.builder.blank()
            self._table(page, part)
            self.builder.blank()
            return None
        if last is None or not _goes_on(last, part[0]):
            self.builder.blank()
        start = self._lines_of(page, part)
        if len(part) <= _HEADING_LINES and all(map(self._is_large, part)):
            level = min(self._sizes.index(round(part[0].size)) + 1, _HEADING_LEVELS)
            self.builder.mark(BlockKind.HEADING, start, level)
        else:
            self.builder.mark(BlockKind.PARAGRAPH, start)
        return part[-1]

    def _lines_of(self, page: int, lines: Sequence[Line]) -> int:
        start = position = self.builder.lines([line.text for line in lines])
        if self._want_boxes:
            for line in lines:
                for run, gap in zip(line.runs, line.gaps(), strict=True):
                    self._place(page, run, position)
                    position += len(run.text) + len(gap)
                position += 1
        return start

    def _table(self, page: int, table: PageTable) -> None:
        contents = [[run for line in join_broken(cell.lines) for run in line.runs] for cell in table.cells]
        rows: dict[int, list[CellText]] = {}
        for cell, runs in zip(table.cells, contents, strict=True):
            rows.setdefault(cell.row, []).append(CellText(cell.column, " ".join(run.text for run in runs)))
        self.builder.table(list(rows.values()))
        if self._want_boxes:
            for written, runs in zip(self.builder.blocks[-1].cells, contents, strict=True):
                position = written.start
                for run in runs:
                    self._place(page, run, position)
                    position += len(run.text) + 1

    def _place(self, page: int, run: Run, start: int) -> None:
        for word in run.words:
            end = start + len(word.text)
            place = (round(value, 2) for value in (word.x0, word.top, word.x1, word.bottom))
            self.boxes.append(WordBox(start, end, page, *place))
            start = end + 1

    def _is_close(self, above: Line, below: Line) -> bool:
        runs, _, top, _, bottom, size, column = above
        below_runs, _, below_top, _, _, below_size, below_column = below
        # a page whose boxes are as high as their letters has a run for each word, and an umlaut makes a line no heading
        change = _SIZE_CHANGE if len(runs) <= _FEW_RUNS or len(below_runs) <= _FEW_RUNS else _TIGHT_CHANGE
        return (
            column == below_column
            and below_top >= top
            and below_top - bottom <= (self._spacing + _PARAGRAPH_GAP) * self._body
            and max(size, below_size) <= change * min(size, below_size)
        )

    def _is_large(self, line: Line) -> bool:
        return line.size >= self._large


def _goes_on(last: Line, following: Line) -> bool:
    """Whether a sentence runs over from one page or column to the next."""
    moved_up = following.top < last.top
    return moved_up and not last.runs[-1].text.endswith(_SENTENCE_ENDS) and following.runs[0].text[:1].islower()


def _usual_spacing(pages: Iterable[Sequence[Line]]) -> float:
    """Gap between the lines of a paragraph, in line heights: the lower quarter of all gaps between neighbours.

    Of two lines alone nobody can tell how far apart lines stand: they are of one paragraph where they are near.
    """
    gaps = []
    for lines in pages:
        for above, below in pairwise(lines):
            _, _, top, _, bottom, _, column = above
            if bottom > top and column == below[6] and -0.5 < (gap := (below[2] - bottom) / (bottom - top)) < 3:
                gaps.append(gap)
    if len(gaps) < 2:
        return min(_SINGLE_GAP, *gaps) if gaps else 0.0
    return quantiles(gaps, n=4)[0]
