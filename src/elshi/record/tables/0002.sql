-- Frames and entries apart; nothing is deleted, rows are closed. A row holds from `recorded_from` until
-- `recorded_until` (UTC, ISO 8601, microseconds); an open one until the end of time, which is written out.

ALTER TABLE reports ADD COLUMN recorded_from TEXT NOT NULL DEFAULT '';
UPDATE reports SET recorded_from = recorded_at;

ALTER TABLE problems ADD COLUMN solved_at TEXT NOT NULL DEFAULT '9999-12-31T23:59:59.999999+00:00';
DROP INDEX problems_once;
CREATE UNIQUE INDEX problems_once ON problems (source, coalesce(line, 0), cause, solved_at);

-- The last time that was given to anything recorded; the next one is later.
CREATE TABLE clock (stamp TEXT NOT NULL) STRICT;
INSERT INTO clock SELECT coalesce(max(recorded_at), '') FROM reports;

-- Which configuration (Elshi, lexicon, model) a report was read by. Of readings by schema 1 that is not known.
CREATE TABLE readings (
  report_id TEXT NOT NULL REFERENCES reports (id),
  digest TEXT NOT NULL,
  recorded_from TEXT NOT NULL,
  recorded_until TEXT NOT NULL,
  PRIMARY KEY (report_id, recorded_from)
) STRICT, WITHOUT ROWID;
INSERT INTO readings SELECT id, '', recorded_at, '9999-12-31T23:59:59.999999+00:00' FROM reports;

-- What one report says of one thing.
CREATE TABLE frames (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,                   -- unique among the open frames of its report
  report_id TEXT NOT NULL REFERENCES reports (id),
  kind TEXT NOT NULL,
  rule TEXT NOT NULL,
  home TEXT NOT NULL,                 -- id of the entry that it would found alone
  founded TEXT NOT NULL,              -- when that was first recorded
  start INTEGER NOT NULL,             -- of its first words in the report
  valid TEXT,                         -- EDTF: when what it says holds
  judgement_id TEXT,                  -- the judgement that made it: by hand, or as a correction
  corrects INTEGER NOT NULL DEFAULT 0,
  recorded_at TEXT NOT NULL,          -- as the register that first held it recorded it
  recorded_from TEXT NOT NULL,
  recorded_until TEXT NOT NULL
) STRICT;

-- Which entry a frame stands in; null where a person rejected it. `machine_id` is where it would stand
-- without any judgement.
CREATE TABLE links (
  frame INTEGER NOT NULL REFERENCES frames (number),
  entry_id TEXT,
  machine_id TEXT NOT NULL,
  score REAL,
  reasons TEXT NOT NULL,              -- JSON list, in words
  recorded_from TEXT NOT NULL,
  recorded_until TEXT NOT NULL,
  PRIMARY KEY (frame, recorded_from)
) STRICT, WITHOUT ROWID;

-- What a frame may be found by when another report tells the same.
CREATE TABLE blocks (
  key TEXT NOT NULL,
  frame INTEGER NOT NULL REFERENCES frames (number),
  PRIMARY KEY (key, frame)
) STRICT, WITHOUT ROWID;

-- Two frames that may tell of one thing and are not sure to; for a person to judge.
CREATE TABLE doubts (
  frame INTEGER NOT NULL REFERENCES frames (number),
  other INTEGER NOT NULL REFERENCES frames (number),
  score REAL NOT NULL,
  reasons TEXT NOT NULL,              -- JSON list, in words
  recorded_from TEXT NOT NULL,
  PRIMARY KEY (frame, other)
) STRICT, WITHOUT ROWID;

-- Who stands at each place of a frame's people.
CREATE TABLE mentions (
  frame INTEGER NOT NULL REFERENCES frames (number),
  place INTEGER NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (frame, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_entity ON mentions (entity_id);

-- Versions of what is known by name; the open one is the present.
CREATE TABLE entities (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  names TEXT NOT NULL,                -- JSON list of all spellings
  country TEXT,
  wikidata TEXT,
  same_as TEXT,                       -- the entity with which a person judged it to be one
  offices TEXT NOT NULL,              -- JSON list of codes
  recorded_from TEXT NOT NULL,
  recorded_until TEXT NOT NULL
) STRICT;
CREATE INDEX entities_by_id ON entities (id, recorded_until);
CREATE TABLE entity_keys (
  key TEXT NOT NULL,
  entity_id TEXT NOT NULL,
  PRIMARY KEY (key, entity_id)
) STRICT, WITHOUT ROWID;

-- What people said. Withdrawn by closing, never deleted.
CREATE TABLE judgements (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different', 'unsure', 'correct', 'reject', 'add')),
  subject TEXT NOT NULL CHECK (subject IN ('entry', 'entity')),
  field TEXT,
  value TEXT NOT NULL,                -- JSON
  quoted TEXT REFERENCES reports (id),
  start INTEGER,
  stop INTEGER,
  words TEXT,
  by_whom TEXT NOT NULL CHECK (by_whom <> ''),
  note TEXT,
  made_at TEXT NOT NULL,              -- as the register that first held it recorded it
  recorded_from TEXT NOT NULL,
  recorded_until TEXT NOT NULL,
  withdrawn_at TEXT,
  withdrawn_by TEXT,
  withdrawn_note TEXT
) STRICT;
CREATE TABLE anchors (
  judgement INTEGER NOT NULL REFERENCES judgements (number),
  place INTEGER NOT NULL,
  side INTEGER NOT NULL,
  report_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  spans TEXT NOT NULL,                -- JSON list of [start, stop]
  words TEXT NOT NULL,
  PRIMARY KEY (judgement, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX anchors_by_report ON anchors (report_id);

-- The statements of schema 1, each a ground of its own, become those of frames.
CREATE TABLE statements_1 AS
  SELECT s.number, e.id AS entry_id, e.kind, field, value, s.report_id, frame_id, rule, recorded_at
  FROM statements s JOIN entries e ON e.number = s.entry;
CREATE TABLE evidence_1 AS SELECT statement, place, quote FROM evidence;
DROP TABLE evidence;
DROP TABLE statements;
DROP TABLE words;
DROP TABLE facets;
DROP TABLE bearers;
DROP TABLE entries;

INSERT INTO frames (id, report_id, kind, rule, home, founded, start, valid, recorded_at, recorded_from, recorded_until)
  SELECT frame_id, s.report_id, kind, min(rule), min(entry_id), min(recorded_at),
    min(q.start),
    min(CASE WHEN (kind IN ('engagement', 'position') AND field = 'date')
               OR (kind = 'commitment' AND field = 'due')
               OR (kind = 'chairmanship' AND field = 'period') THEN json_extract(value, '$') END),
    min(recorded_at), min(recorded_at), '9999-12-31T23:59:59.999999+00:00'
  FROM statements_1 s JOIN evidence_1 v ON v.statement = s.number JOIN quotes q ON q.number = v.quote
  GROUP BY s.report_id, frame_id, kind ORDER BY min(s.number);
CREATE INDEX frames_correcting ON frames (number) WHERE corrects = 1;
CREATE INDEX frames_by_report ON frames (report_id, id);
CREATE INDEX frames_by_id ON frames (id);
CREATE INDEX frames_by_home ON frames (home);
INSERT INTO links
  SELECT number, home, home, NULL, '[]', recorded_from, recorded_until FROM frames;
CREATE INDEX links_by_entry ON links (entry_id);
CREATE INDEX links_by_machine ON links (machine_id, recorded_until, entry_id);

CREATE TABLE statements (
  frame INTEGER NOT NULL REFERENCES frames (number),
  place INTEGER NOT NULL,             -- in the order of the record
  field TEXT NOT NULL,
  value TEXT NOT NULL,                -- canonical JSON
  rule TEXT,                          -- that filled the field; null where it is the rule of the frame
  ground INTEGER NOT NULL,            -- which of the frame's sets of quotes it rests on
  -- A ground must have its quote number 0 by the end of the transaction, or nothing can be stored.
  first_quote INTEGER NOT NULL DEFAULT 0 CHECK (first_quote = 0),
  PRIMARY KEY (frame, place),
  FOREIGN KEY (frame, ground, first_quote) REFERENCES evidence (frame, ground, place) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE evidence (
  frame INTEGER NOT NULL REFERENCES frames (number),
  ground INTEGER NOT NULL,
  place INTEGER NOT NULL,
  quote INTEGER NOT NULL REFERENCES quotes (number),
  PRIMARY KEY (frame, ground, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_by_quote ON evidence (quote);
INSERT INTO statements (frame, place, field, value, ground)
  SELECT f.number, s.number, field, value, s.number
  FROM statements_1 s JOIN frames f ON f.report_id = s.report_id AND f.id = s.frame_id;
INSERT INTO evidence
  SELECT f.number, s.number, v.place, v.quote
  FROM statements_1 s JOIN frames f ON f.report_id = s.report_id AND f.id = s.frame_id
    JOIN evidence_1 v ON v.statement = s.number;
-- Schema 1 said part of which entry a thing was; now it is part of which frame of its report.
UPDATE statements SET value = '"' || (SELECT f.id FROM frames f WHERE f.home = json_extract(statements.value, '$')) || '"'
  WHERE field = 'part_of' AND json_extract(value, '$') IN (SELECT home FROM frames);
DROP TABLE statements_1;
DROP TABLE evidence_1;

-- Reports that schema 1 held: their frames were never compared with those of others. A list of what is to be
-- done; Elshi does it, and takes them off it, when it opens the file for writing.
CREATE TABLE unresolved (report_id TEXT PRIMARY KEY REFERENCES reports (id)) STRICT, WITHOUT ROWID;
INSERT INTO unresolved SELECT DISTINCT report_id FROM frames;

-- What a frame is found by: written once, never changed. An entry is found by what any of its frames says.
CREATE TABLE facets (
  facet TEXT NOT NULL,                -- topic, language, party, office
  value TEXT NOT NULL,                -- folded
  frame INTEGER NOT NULL REFERENCES frames (number),
  PRIMARY KEY (facet, value, frame)
) STRICT, WITHOUT ROWID;

CREATE TABLE bearers (
  frame INTEGER NOT NULL REFERENCES frames (number),
  place INTEGER NOT NULL,
  entity_id TEXT,
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
  PRIMARY KEY (frame, place)
) STRICT, WITHOUT ROWID;

-- One row for each version of what leads in an entry: what the register answered of it from one time until
-- another. All of it is derived from the frames that are linked to it.
CREATE TABLE entries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  type TEXT,                          -- folded codes of what leads
  status TEXT,
  first TEXT,                         -- bounds of its date, ISO 8601; null where nothing is known
  last TEXT,
  day TEXT,                           -- the one of them that orders it
  former INTEGER NOT NULL,
  told TEXT NOT NULL,                 -- the report that was published last, by date and id
  report_id TEXT NOT NULL REFERENCES reports (id),
  start INTEGER NOT NULL,             -- of its first words, in that report
  recorded_from TEXT NOT NULL,
  recorded_until TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_kind ON entries (kind, day);
CREATE INDEX entries_by_id ON entries (id, recorded_until);
