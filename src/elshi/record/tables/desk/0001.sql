-- What the desk keeps beside a register: who may use it, what waits for an editor, what can be undone.
-- The same statements serve SQLite and PostgreSQL. Times are UTC, ISO 8601, microseconds.

CREATE TABLE desk_accounts (
  name TEXT PRIMARY KEY,              -- as judgements carry it
  folded TEXT NOT NULL UNIQUE,        -- two names that look alike are one
  role TEXT NOT NULL,
  password TEXT NOT NULL,             -- argon2id, with its salt and costs
  added_at TEXT NOT NULL,
  removed_at TEXT
);

CREATE TABLE desk_sessions (
  digest TEXT PRIMARY KEY,            -- SHA-256 of the cookie's secret, which is kept nowhere
  owner TEXT NOT NULL REFERENCES desk_accounts (name),
  begun_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
);

CREATE TABLE desk_tokens (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL UNIQUE,        -- SHA-256 of the token, which is shown once
  owner TEXT NOT NULL REFERENCES desk_accounts (name),
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,               -- JSON list of rights
  added_at TEXT NOT NULL,
  expires_at TEXT,
  revoked_at TEXT,
  used_at TEXT
);

CREATE TABLE desk_proposals (
  id TEXT PRIMARY KEY,
  act TEXT NOT NULL,                  -- JSON, see elshi.model.proposal
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  version TEXT NOT NULL,              -- of the entry that the author saw
  decision TEXT,
  decided_by TEXT,
  decided_at TEXT,
  decided_note TEXT,
  judgement TEXT
);

CREATE TABLE desk_batches (
  id TEXT PRIMARY KEY,
  author TEXT NOT NULL,
  made_at TEXT NOT NULL,
  judgements TEXT NOT NULL,           -- JSON list of ids
  undone_at TEXT
);
CREATE INDEX desk_batches_by_author ON desk_batches (author, made_at);
