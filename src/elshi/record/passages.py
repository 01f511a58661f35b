"""The tables by which entries are searched: written once for each frame, asked as of any time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from elshi.record.connection import Connection
from elshi.record.facets import read_facets
from elshi.record.frames import BATCH, read_frames
from elshi.record.near import choose_near, count_pieces, count_slips, list_trigrams
from elshi.record.search_terms import Column, Terms, pick_vocabulary
from elshi.record.where import NEWEST, hold

_MANY = 1000  # ids from which on it is quicker to go through the newest entries than to look them up


def write_passage(db: Connection, number: int, terms: Terms) -> None:
    """Write what the frame with this number is searched by."""
    db.write_terms([(number, *_join_terms(terms))])
    for term in pick_vocabulary(terms):
        known = db.rows("SELECT 1 FROM vocabulary WHERE term = ?", term)
        if not known:
            db.run("INSERT INTO vocabulary (term) VALUES (?)", term)
            place = db.value("SELECT number FROM vocabulary WHERE term = ?", term)
            db.run_many(
                "INSERT INTO pieces (piece, term) VALUES (?, ?)",
                [(piece, place) for piece in sorted(list_trigrams(term))],
            )


def write_passages(db: Connection) -> None:
    """Write what all frames are searched by, where none of it is written but the vocabulary."""
    told = {ident: rest for ident, *rest in db.rows("SELECT id, language, published FROM reports")}
    numbers = [row[0] for row in db.rows("SELECT number FROM frames ORDER BY number")]
    for first in range(0, len(numbers), BATCH):
        frames = read_frames(db, numbers[first : first + BATCH])
        db.write_terms(
            (number, *_join_terms(read_facets(frame, *told[frame.report_id]).terms))
            for number, frame in frames.items()
        )


def _join_terms(terms: Terms) -> tuple[str, str, str]:
    return " ".join(terms.written), " ".join(terms.stems), " ".join(terms.spellings)


def select_entries(db: Connection, column: Column, terms: Sequence[str], at: str) -> frozenset[str]:
    """Return the entries of which a frame has one of `terms`: words in a row, or with '*' a beginning."""
    if not terms:
        return frozenset()
    condition, wanted = db.match_terms(column, terms)
    held, when = hold(at, "l.")
    # Joined, for a common word stands in hundreds of thousands of frames, and each row fetched costs.
    found = db.value(
        f"SELECT {db.join_texts('l.entry_id')} FROM passages p JOIN links l ON l.frame = p.rowid"  # noqa: S608 - ours
        f" WHERE {condition} AND l.entry_id IS NOT NULL AND {held}",
        wanted, *when,
    )  # fmt: skip
    return frozenset(found.split() if found else ())


def order_ids(db: Connection, ids: Collection[str], at: str, limit: int) -> list[str]:
    """Return those of `ids` that stand at a time, the newest first, as in listings, at most `limit`."""
    if limit < len(ids) and len(ids) > _MANY:
        return _pick_newest(db, frozenset(ids), at, limit)
    condition, wanted = db.among("id", sorted(ids))
    held, when = hold(at)
    rows = db.rows(
        f"SELECT id FROM entries WHERE {condition} AND {held} ORDER BY {NEWEST} LIMIT ?",  # noqa: S608 - ours
        wanted, *when, limit,
    )  # fmt: skip
    return [row[0] for row in rows]


def _pick_newest(db: Connection, ids: frozenset[str], at: str, limit: int) -> list[str]:
    """Return the newest of many: all entries are gone through in their order until there are enough."""
    held, when = hold(at)
    picked: list[str] = []
    first, size = 0, _MANY
    while len(picked) < limit:
        rows = db.rows(
            f"SELECT id FROM entries WHERE {held} ORDER BY {NEWEST} LIMIT ? OFFSET ?",  # noqa: S608 - ours
            *when, size, first,
        )  # fmt: skip
        if not rows:
            break
        picked += [row[0] for row in rows if row[0] in ids]
        first, size = first + size, 2 * size
    return picked[:limit]


def select_near(db: Connection, word: str) -> tuple[str, ...]:
    """Return the words met in reports that differ from `word` by a slip."""
    if not count_slips(word):
        return ()
    pieces = sorted(list_trigrams(word))
    marks = ", ".join("?" for _ in pieces)
    rows = db.rows(
        f"SELECT v.term FROM pieces p JOIN vocabulary v ON v.number = p.term WHERE p.piece IN ({marks})"  # noqa: S608 - ours
        " GROUP BY v.term HAVING count(*) >= ?",
        *pieces,
        count_pieces(word),
    )
    return choose_near(word, (row[0] for row in rows))


def list_bare_frames(db: Connection, model: str, limit: int) -> list[int]:
    """Return the numbers of frames without a vector of this model, in the order of recording."""
    rows = db.rows(
        "SELECT number FROM frames WHERE number NOT IN (SELECT frame FROM vectors WHERE model = ?)"
        " ORDER BY number LIMIT ?",
        model,
        limit,
    )
    return [row[0] for row in rows]


def write_vectors(db: Connection, model: str, vectors: Iterable[tuple[int, bytes]]) -> None:
    """Write the vectors of frames, by their numbers."""
    db.run_many(
        "INSERT INTO vectors (model, frame, vector) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(model, number, blob) for number, blob in vectors],
    )


def read_vectors(db: Connection, model: str, after: int) -> list[tuple[int, bytes]]:
    """Return the vectors of frames with a number above `after`, in the order of recording."""
    rows = db.rows(
        "SELECT frame, vector FROM vectors WHERE model = ? AND frame > ? ORDER BY frame", model, after
    )
    return [(number, blob) for number, blob in rows]


def select_entries_of(db: Connection, frames: Sequence[int], at: str) -> dict[int, str]:
    """Return in which entry each of these frames stands at a time."""
    condition, wanted = db.among("l.frame", frames)
    held, when = hold(at, "l.")
    rows = db.rows(
        "SELECT l.frame, l.entry_id FROM links l"  # noqa: S608 - ours
        f" WHERE {condition} AND l.entry_id IS NOT NULL AND {held}",
        wanted, *when,
    )  # fmt: skip
    return dict(rows)
