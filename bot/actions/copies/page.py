"""The page: a copy as somebody reads it, in plain words with pictures, in one file of its own.

It needs no network and runs nothing: a browser shows it as it is, and whatever somebody typed
stays text.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from bot.actions.copies.gathering import Copy
from bot.actions.copies.pictures import Line, drawn
from bot.actions.copies.worded import Worded
from bot.actions.plans.screens import EDITED
from bot.actions.plans.words import PlanWords
from bot.actions.staff_cards import local_moment
from dialogs.care.plan.editing import items
from storage.records import Kept

LEAST_POINTS = 3
"""Fewer numbers make no picture."""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
body{font:18px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;
color:#1c2430}
h1{font-size:1.7rem}h2{font-size:1.25rem;margin-top:2.2rem}
.note{background:#fff4d6;padding:.8rem 1rem}
table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{text-align:left;vertical-align:top;
padding:.3rem .5rem;border-bottom:1px solid #d5dae0;overflow-wrap:anywhere}
svg{width:100%;height:auto}svg text{font:12px system-ui,sans-serif;fill:#4a5563}
.axis{fill:none;stroke:#9aa4b1}.line{fill:none;stroke:#1f6f8b;stroke-width:2}circle{fill:#1f6f8b}
@media(prefers-color-scheme:dark){body{background:#14181d;color:#e6eaef}.note{background:#3a3216}
svg text{fill:#b7c0cb}td,th{border-color:#323a44}}
"""


def written(copy: Copy, worded: Worded) -> bytes:
    """Write the page."""
    say = worded.say
    name, day = copy.person.name or "?", local_moment(copy.made_at, copy.person.zone)
    body = [
        f"<h1>{escape(say('copy-title', name=name))}</h1>",
        _text(say("copy-made", day=day)),
        f'<p class="note">{escape(say("copy-care"))}</p>',
        _text(say("copy-files")),
        *_pictures(copy, worded),
        *_plan(copy, worded),
        *_table(worded, "alerts", ("when", "what", "outcome"), _alerts(copy, worded)),
        *_table(worded, "circle", ("who", "role", "since"), _circle(copy, worded)),
        *_table(worded, "told", ("when", "who", "what"), _told(copy)),
        *_table(worded, "looks", ("when", "who", "what"), _looks(copy, worded)),
        *_table(worded, "answers", ("when", "question", "answer"), _answers(copy, worded)),
        _text(say("copy-not_here")),
    ]
    head = (
        f'<!doctype html><html lang="{escape(worded.language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        f"<title>{escape(say('copy-title', name=name))}</title><style>{_STYLE}</style></head><body>"
    )
    return "\n".join([head, *body, "</body></html>"]).encode()


def lines(copy: Copy, worded: Worded) -> list[Line]:
    """Find what can be drawn: numbers that stand, of one name, at least `LEAST_POINTS` of them."""
    found: dict[str, list[Kept]] = {}
    for kept in copy.answers:
        answer = kept.answer
        is_number = isinstance(answer.value, int | float) and answer.kind == "answered"
        if is_number and answer.name and kept.replaced_at is None:
            found.setdefault(answer.name, []).append(kept)
    return [
        Line(worded.question(those[-1]), tuple((one.answer.at, _number(one)) for one in those))
        for those in found.values()
        if len(those) >= LEAST_POINTS
    ]


def _number(kept: Kept) -> float:
    assert isinstance(kept.answer.value, int | float)
    return float(kept.answer.value)


def _pictures(copy: Copy, worded: Worded) -> Iterator[str]:
    yield _title(worded.say("copy-pictures"))
    asked = [one for one in copy.check_ins if one.invited_at is not None]
    done = sum(one.finished_at is not None for one in asked)
    yield _text(worded.say("copy-check_ins", done=done, asked=len(asked)))
    for line in lines(copy, worded):
        words = worded.say(
            "copy-picture",
            what=line.title,
            count=len(line.points),
            low=f"{line.low:g}",
            high=f"{line.high:g}",
        )
        yield f"<figure>{drawn(line, words)}<figcaption>{escape(words)}</figcaption></figure>"


def _plan(copy: Copy, worded: Worded) -> Iterator[str]:
    yield _title(worded.say("copy-plan"))
    if not copy.plans:
        yield _text(worded.say("copy-nothing"))
        return
    words, plan = PlanWords(worded.playbook, worded.language), copy.plans[-1]
    yield _text(worded.say("copy-plan_version", version=plan.version))
    for part in EDITED:
        if those := items(plan, part):
            yield f"<h3>{escape(words.title(part))}</h3>"
            yield "<ul>" + "".join(f"<li>{escape(words.line(one))}</li>" for one in those) + "</ul>"


def _alerts(copy: Copy, worded: Worded) -> Iterator[Sequence[str]]:
    for one in copy.alerts:
        outcome = worded.say(f"alerts-outcome_{one.outcome}") if one.outcome else ""
        what = worded.say(f"figures-sign_{one.sign}")
        yield local_moment(one.raised_at, copy.person.zone), what, outcome


def _circle(copy: Copy, worded: Worded) -> Iterator[Sequence[str]]:
    for one in copy.circle:
        if one.person_id != copy.person.id:
            role = worded.say(f"commands-role_{one.role}")
            yield copy.names.get(one.person_id, ""), role, _day(copy, one.since)


def _told(copy: Copy) -> Iterator[Sequence[str]]:
    for one in copy.disclosures:
        when = local_moment(one.at, copy.person.zone)
        yield when, copy.names.get(one.recipient_id, ""), one.sentence


def _looks(copy: Copy, worded: Worded) -> Iterator[Sequence[str]]:
    for one in copy.looks:
        when = local_moment(one.at, copy.person.zone)
        yield when, copy.names.get(one.person_id, ""), worded.say(f"rights-looked_{one.what}")


def _answers(copy: Copy, worded: Worded) -> Iterator[Sequence[str]]:
    for kept in copy.answers:
        when = local_moment(kept.answer.at, copy.person.zone)
        said = worded.answer(kept)
        if kept.replaced_at is not None:
            said = worded.say("copy-replaced", answer=said)
        yield when, worded.question(kept), said


def _table(
    worded: Worded, name: str, head: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[str]:
    yield _title(worded.say(f"copy-{name}"))
    found = [_row(row, "td") for row in rows]
    if not found:
        yield _text(worded.say("copy-nothing"))
        return
    titles = [worded.say(f"copy-column_{one}") for one in head]
    yield f"<table><thead>{_row(titles, 'th')}</thead><tbody>{''.join(found)}</tbody></table>"


def _row(cells: Sequence[str], kind: str) -> str:
    return "<tr>" + "".join(f"<{kind}>{escape(cell)}</{kind}>" for cell in cells) + "</tr>"


def _title(words: str) -> str:
    return f"<h2>{escape(words)}</h2>"


def _text(words: str) -> str:
    return "".join(f"<p>{escape(part)}</p>" for part in words.split("\n\n"))


def _day(copy: Copy, at: datetime) -> str:
    return f"{at.astimezone(ZoneInfo(copy.person.zone)):%Y-%m-%d}"
