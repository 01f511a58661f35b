-- The first tables. A migration is never changed once released; the next one is 0002.sql.

CREATE TABLE runs (
  id TEXT PRIMARY KEY,
  started_at TEXT NOT NULL,           -- UTC, ISO 8601
  version TEXT NOT NULL               -- of Elshi
) STRICT;

CREATE TABLE reports (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,               -- path or URL
  title TEXT,
  publisher TEXT,
  language TEXT NOT NULL CHECK (language IN ('kk', 'ru', 'en')),
  published TEXT,                     -- EDTF
  published_basis TEXT NOT NULL,
  text TEXT NOT NULL,                 -- never changes; all offsets count its code points
  layout TEXT NOT NULL,               -- JSON: boilerplate, paragraphs, headline, datelines
  recorded_at TEXT NOT NULL,
  run_id TEXT NOT NULL REFERENCES runs (id)
) STRICT;

CREATE TABLE captures (
  digest TEXT PRIMARY KEY,            -- of place, bytes and stated data
  source TEXT NOT NULL,
  line INTEGER,                       -- one-based, of a JSON-lines file
  report_id TEXT NOT NULL REFERENCES reports (id)
) STRICT;

CREATE TABLE problems (
  source TEXT NOT NULL,
  line INTEGER,
  cause TEXT NOT NULL,
  advice TEXT NOT NULL,
  run_id TEXT NOT NULL,
  met_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX problems_once ON problems (source, ifnull(line, 0), cause);

-- An entry is its statements; the columns here only order and filter it, and can be derived again.
CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  first TEXT,                         -- bounds of its date, ISO 8601; null where nothing is known
  last TEXT,
  day TEXT,                           -- the one of them that orders it
  former INTEGER NOT NULL DEFAULT 0,
  report_id TEXT REFERENCES reports (id),
  start INTEGER                       -- of its first quote, in that report
) STRICT;
CREATE INDEX entries_by_kind ON entries (kind, day);

CREATE TABLE statements (
  number INTEGER PRIMARY KEY,         -- order of recording
  id TEXT NOT NULL UNIQUE,
  entry INTEGER NOT NULL REFERENCES entries (number),
  field TEXT NOT NULL,
  value TEXT NOT NULL,                -- canonical JSON
  report_id TEXT NOT NULL REFERENCES reports (id),
  frame_id TEXT NOT NULL,
  rule TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  -- A statement must have its evidence number 0 by the end of the transaction, or it cannot be stored.
  evidence INTEGER NOT NULL DEFAULT 0 CHECK (evidence = 0),
  FOREIGN KEY (number, evidence) REFERENCES evidence (statement, place) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX statements_by_entry ON statements (entry);
CREATE INDEX statements_by_report ON statements (report_id);
CREATE INDEX statements_by_frame ON statements (frame_id);

CREATE TABLE quotes (
  number INTEGER PRIMARY KEY,
  report_id TEXT NOT NULL REFERENCES reports (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  stop INTEGER NOT NULL CHECK (stop > start),
  words TEXT NOT NULL CHECK (words <> ''),
  UNIQUE (report_id, start, stop)
) STRICT;

CREATE TABLE evidence (
  statement INTEGER NOT NULL REFERENCES statements (number),
  place INTEGER NOT NULL,
  quote INTEGER NOT NULL REFERENCES quotes (number),
  PRIMARY KEY (statement, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_quote ON evidence (quote);

-- What entries are found by. All of it is derived from the statements.
CREATE TABLE facets (
  facet TEXT NOT NULL,
  value TEXT NOT NULL,                -- folded
  entry INTEGER NOT NULL REFERENCES entries (number),
  PRIMARY KEY (facet, value, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX facets_by_entry ON facets (entry);

CREATE TABLE bearers (
  entry INTEGER NOT NULL REFERENCES entries (number),
  place INTEGER NOT NULL,
  names TEXT NOT NULL,                -- JSON list of the spellings, Latin first
  name_key TEXT NOT NULL,             -- folded words, a blank before each
  office TEXT,
  office_text TEXT,
  office_key TEXT NOT NULL,
  represents TEXT,
  posted_to TEXT,
  former INTEGER NOT NULL,
  first_seen TEXT,                    -- days, ISO 8601
  last_seen TEXT,
  PRIMARY KEY (entry, place)
) STRICT, WITHOUT ROWID;

-- The words come folded and parted by blanks, so the tokenizer need do nothing but part them there:
-- 'ascii' takes every letter beyond ASCII as part of a word.
CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize = 'ascii');
