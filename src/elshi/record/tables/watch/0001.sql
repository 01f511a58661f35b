-- What watching remembers beside a register. The same statements serve SQLite and PostgreSQL.
-- Times are UTC, ISO 8601, microseconds. See elshi.model.watching.

CREATE TABLE watch_sources (
  name TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  state TEXT NOT NULL,
  begun_at TEXT,
  polled_at TEXT,
  next_at TEXT,
  failing_since TEXT,
  failures INTEGER NOT NULL,
  cause TEXT,
  etag TEXT,
  modified TEXT,
  moved TEXT,
  publisher TEXT,
  expected DOUBLE PRECISION           -- items a week
);

CREATE TABLE watch_items (
  key TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  address TEXT NOT NULL,
  version TEXT,
  published TEXT,
  state TEXT NOT NULL,
  found_at TEXT NOT NULL,
  done_at TEXT,
  next_at TEXT,
  failures INTEGER NOT NULL,
  cause TEXT,
  etag TEXT,
  modified TEXT,
  digest TEXT,
  capture TEXT,                       -- file and offset in the archive
  report TEXT
);
CREATE INDEX watch_items_by_state ON watch_items (state, next_at);
CREATE INDEX watch_items_by_source ON watch_items (source, found_at);

-- Every capture that was kept, also those of pages that changed since.
CREATE TABLE watch_captures (
  place TEXT PRIMARY KEY,             -- file and offset in the archive
  key TEXT NOT NULL,
  digest TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  report TEXT
);
CREATE INDEX watch_captures_by_key ON watch_captures (key, kept_at);
CREATE INDEX watch_captures_by_report ON watch_captures (report);
