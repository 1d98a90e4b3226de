"""Values that no longer agree: with their source, with each other, with what was computed from them."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from kimdocs.drafting.compare.finding import Bound, State
from kimdocs.drafting.compare.twin import entered_words
from kimdocs.drafting.roundtrip.words import squeeze, tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kimdocs.drafting.compare.finding import Value
    from kimdocs.drafting.roundtrip.lines import Line

_KEPT = {State.SAME, State.REWRITTEN}


def disagreement(item: Bound, values: Callable[[Sequence[str]], Sequence[Sequence[Value]]]) -> str:
    """German words for the source of a changed value, where it does not say what stands there now; else empty."""
    told = [words for origin in item.origins for words in _told(origin)]
    quotes = [quote for _, quote in told if quote]
    if quotes and isinstance(item.key, tuple):
        amounts = {_bare(key) for key in item.key}
        if any(amounts <= {_bare(value.key) for value in line} for line in values(quotes)):
            return ""
    return "; ".join(dict.fromkeys(words for words, _ in told))


def _bare(key: Any) -> Any:
    """What a value is about without "bis zu" and "pro Jahr", which stand around the quoted words of a source."""
    return key[:3] if isinstance(key, tuple) else key


def _told(origin: dict[str, Any]) -> Iterator[tuple[str, str]]:
    kind = origin.get("kind")
    if kind == "stated":
        for place in origin.get("places") or ():
            quote = squeeze(str(place.get("quote", "")))
            yield f"{origin.get('document')}, S. {place.get('page', '?')}: „{quote}“", quote
    elif kind == "computed":
        yield f"Rechnung: {squeeze(str(origin.get('formula', '')))}", ""
    elif words := entered_words(origin):
        yield words, ""


def contradictions(bound: Sequence[Bound]) -> Iterator[str]:
    """German sentences on values that no longer agree with each other."""
    by_field: dict[str, list[Bound]] = defaultdict(list)
    for item in bound:
        by_field[item.field].append(item)
    for items in by_field.values():
        for alike in _said_alike(items):
            yield from _in_one_place_only(alike)
    yield from _computed_from_changed(bound, by_field)


def _said_alike(items: Sequence[Bound]) -> Iterator[list[Bound]]:
    """The places of a field that said the same; the paragraphs of a text say different things."""
    found: dict[Any, list[Bound]] = defaultdict(list)
    for item in items:
        found[item.said].append(item)
    yield from found.values()


def _in_one_place_only(items: Sequence[Bound]) -> Iterator[str]:
    """One value in several places that was not changed in all of them, or not alike."""
    changed = [item for item in items if item.state is State.CHANGED]
    kept = [item for item in items if item.state in _KEPT]
    alike = {item.key for item in changed}
    if not changed or (not kept and len(alike) < 2):
        return
    shown = changed if not kept else [changed[0], kept[0]]
    places = " und ".join(f"„{squeeze(item.now)}“ ({item.place or 'am Anfang'})" for item in shown[:2])
    yield f"„{items[0].label}“ steht jetzt an verschiedenen Stellen verschieden da: {places}."


def _computed_from_changed(bound: Sequence[Bound], by_field: dict[str, list[Bound]]) -> Iterator[str]:
    """Results that stayed although a number that they were computed from was changed."""
    changed = {_mark(origin): item for item in bound if item.state is State.CHANGED for origin in item.origins}
    for items in by_field.values():
        if any(item.state not in _KEPT for item in items):
            continue
        inputs = [_mark(part) for origin in items[0].origins for part in origin.get("inputs") or ()]
        for source in {changed[mark].field: changed[mark] for mark in inputs if mark in changed}.values():
            yield (
                f"„{items[0].label}“ ({squeeze(items[0].now)}) wurde aus „{source.label}“ errechnet; dort steht jetzt "
                f"„{squeeze(source.now)}“ statt „{squeeze(source.drafted)}“."
            )


def running_apart(
    bound: Sequence[Bound],
    before: Sequence[Line],
    after: Sequence[Line],
    pairs: Sequence[tuple[int | None, int | None]],
) -> Iterator[str]:
    """Headers and footers that still show what was changed in the text, or were changed alone."""
    for item in bound:
        words = [token.text for token in tokens(item.drafted)]
        if item.state is State.CHANGED and words:
            for line in after:
                if line.running and _has(line, words):
                    yield f"„{item.label}“ ist jetzt „{squeeze(item.now)}“; die {line.place} zeigt noch „{line.text}“."
    yield from _changed_alone(
        bound, [(before[old], after[new]) for old, new in pairs if old is not None and new is not None]
    )


def _changed_alone(bound: Sequence[Bound], pairs: Sequence[tuple[Line, Line]]) -> Iterator[str]:
    """What a header or footer shows otherwise than before, while the text was left as it was."""
    told = set()
    for old, new in pairs:
        for item in bound if old.running and squeeze(old.text) != squeeze(new.text) else ():
            words = [token.text for token in tokens(item.drafted)]
            gone = bool(words) and _has(old, words) and not _has(new, words)
            if item.state in _KEPT and gone and item.field not in told:
                told.add(item.field)
                still = f"„{item.label}“ ist im Text noch „{squeeze(item.now)}“"
                yield f"Die {new.place} zeigt jetzt „{new.text}“; {still}."


def _has(line: Line, words: Sequence[str]) -> bool:
    present = [token.text for token in tokens(line.text)]
    return any(present[at : at + len(words)] == words for at in range(len(present)))


def _mark(origin: Any) -> str:
    return json.dumps(origin, sort_keys=True, ensure_ascii=False)
