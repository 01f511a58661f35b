-- Copies of reports, and by what they are told, beside a register. Serves SQLite and PostgreSQL.

CREATE TABLE copies_indexed (
  report TEXT PRIMARY KEY,
  language TEXT NOT NULL,
  published TEXT,                     -- EDTF
  source TEXT NOT NULL
);

CREATE TABLE copies_sentences (
  sentence BIGINT NOT NULL,           -- a digest of its words
  report TEXT NOT NULL REFERENCES copies_indexed (report),
  PRIMARY KEY (sentence, report)
);

CREATE TABLE copies_found (
  id TEXT PRIMARY KEY,                -- derived from text, day and place
  report TEXT NOT NULL REFERENCES copies_indexed (report),
  source TEXT NOT NULL,
  title TEXT,
  publisher TEXT,
  language TEXT NOT NULL,
  published TEXT,
  text TEXT NOT NULL,                 -- whole, so that it can still be read
  found_at TEXT NOT NULL
);
CREATE INDEX copies_by_report ON copies_found (report, found_at);
