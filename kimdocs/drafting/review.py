"""What keeps a draft from being sent out: contradictory sources, a need that is not covered, sources not public."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from kimdocs.drafting.gaps import Gap
from kimdocs.drafting.template_run import conflict_text
from kimdocs.drafting.values import Amount, Leaf
from kimdocs.drafting.wording import amount, date
from kimdocs.errors import TemplateError
from kimdocs.model.finance import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kimdocs.drafting.document import Draft
    from kimdocs.drafting.facts import FactSheet
    from kimdocs.drafting.values import Fact, Value

MAX_NAMED = 12
HOW_TO_CONFIRM = (
    "Setzen Sie „oeffentlich: nein“, oder bestätigen Sie die Quelle in der Datendatei: „quellen: [{dokument: 1, "
    "oeffentlich: ja}]“; dokument zählt in der Reihenfolge von „--from“."
)


def review(draft: Draft) -> tuple[Gap, ...]:
    """Conflicts, needs without equal cover, and open publicity of a draft, each as a gap."""
    found: dict[str, Gap] = {}
    for entry in draft.trace.entries:
        if entry.fact.conflicts:
            message = conflict_text(Leaf(entry.fact)).strip("[]") + "."
            found.setdefault(entry.field, Gap("conflict", entry.field, entry.label, "", 0, message))
    for balance in draft.sheet.template.balances:
        need, cover = draft.sheet.value(balance.need), draft.sheet.value(balance.cover)
        if isinstance(need, Amount) and isinstance(cover, Amount) and _differ(need, cover):
            words = f"Der Bedarf beträgt {amount(need)}, die Deckung ergibt {amount(cover)}."
            message = f"Bedarf und Deckung {balance.label} stimmen nicht überein: {words}"
            found[balance.cover] = Gap("balance", balance.cover, f"Deckung {balance.label}", "", 0, message)
    for total in draft.sheet.template.totals:
        value = draft.sheet.value(total.name) if total.below_zero else None
        if isinstance(value, Amount) and value.value < 0:
            message = f"{total.label}: {amount(value)}. {total.below_zero}"
            found[total.name] = Gap("balance", total.name, total.label, "", 0, message)
    for path, label, message in (*strangers(draft.sheet), *backwards(draft.sheet)):
        found[path] = Gap("balance", path, label, "", 0, message)
    if draft.sheet.value(draft.sheet.template.public_field) is True:
        for name, public in sorted(
            {(item.document, item.public is False) for item in draft.trace.stated() if item.public is not True}
        ):
            level = "ist nichtöffentlich" if public else "ist nicht als öffentlich ausgewiesen"
            message = f"Nicht veröffentlichen: Die Quelle {name} {level}."
            found[name] = Gap("public", draft.sheet.template.public_field, "Öffentlichkeit", "", 0, message)
    return tuple(found.values())


def strangers(sheet: FactSheet) -> Iterator[tuple[str, str, str]]:
    """Path, label and a German sentence for each value that is not among those of which it should be one."""
    paths = {asked.name: asked for asked in sheet.template.fields.values() if asked.among}
    if not paths:
        return
    values: dict[str, list[Fact]] = {}
    for fact in sheet.facts():
        values.setdefault(re.sub(r"\[\d+\]", "[]", fact.path), []).append(fact)
    for name, asked in paths.items():
        known, above = values.get(asked.among, []), asked.among.partition("[")[0]
        having: dict[str, set[int]] = {}
        for number, one in enumerate(known):
            for word in _folded(one.value):
                having.setdefault(word, set()).add(number)
        listed = ", ".join(str(one.value) for one in known[:MAX_NAMED]) + " …" * (len(known) > MAX_NAMED)
        for fact in values.get(name, ()) if known else ():
            if not set.intersection(*(having.get(word, set()) for word in _folded(fact.value))):
                title = sheet.template.labels.get(above, above.capitalize())
                yield fact.path, asked.label, f"„{fact.value}“ ({fact.path}) steht nicht unter „{title}“: {listed}."


def backwards(sheet: FactSheet) -> Iterator[tuple[str, str, str]]:
    """The same for each end that lies before its beginning."""
    for asked in sheet.template.fields.values():
        end, begin = (sheet.find(name) if asked.after else None for name in (asked.name, asked.after))
        days = [fact.value for fact in (end, begin) if fact and isinstance(fact.value, dt.date)]
        if end and begin and len(days) == 2 and days[0] < days[1]:
            message = f"„{end.label}“ ({date(days[0])}) liegt vor „{begin.label}“ ({date(days[1])})."
            yield asked.name, asked.label, message


def _folded(value: Value) -> frozenset[str]:
    """The words of a name; articles do not count. A name without words stands for itself."""
    words = frozenset(re.findall(r"\w+", str(value).casefold())) - {"der", "die", "das", "den", "dem"}
    return words or frozenset({str(value)})


def _differ(need: Amount, cover: Amount) -> bool:
    """Whether two amounts cannot both be right; what is only about right may be."""
    firm = {need.qualifier, cover.qualifier} <= {Qualifier.EXACT, Qualifier.UP_TO}
    return firm and need.currency == cover.currency and need.value != cover.value


def refuse(draft: Draft, *, strict: bool) -> None:
    """Refuse what must not leave the house.

    Raises:
        TemplateError: A public paper rests on a source known to be non-public, a final one on a source not shown to be
            public; or, with ``strict``, anything is missing or contradictory. All reasons are named at once.
    """
    taints = [gap for gap in draft.gaps if gap.kind == "public"]
    closed = any(item.public is False for item in draft.trace.stated())
    if taints and (closed or draft.final):
        raise TemplateError(
            "Der Entwurf wird nicht als öffentlich ausgegeben:\n" + "\n".join(f"  – {gap.message}" for gap in taints),
            HOW_TO_CONFIRM,
        )
    if strict and draft.gaps:
        listed = "\n".join(f"  – {gap.message}" for gap in draft.gaps)
        count = "eine offene Stelle" if len(draft.gaps) == 1 else f"{len(draft.gaps)} offene Stellen"
        raise TemplateError(
            f"Der Entwurf hat {count}:\n{listed}", "Ergänzen Sie die Angaben oder lassen Sie --strict weg."
        )
