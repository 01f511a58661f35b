-- What entries are searched by: the words of frames in the three forms of elshi.record.search_terms, all words
-- ever met with their three-letter pieces (for slips), and vectors of what frames quote. All of it is derived.
-- The terms come folded and parted by blanks, so the tokenizer need do nothing but part them there.

CREATE VIRTUAL TABLE passages USING fts5 (written, stems, spellings, content = '', tokenize = 'ascii');

CREATE TABLE vocabulary (
  number INTEGER PRIMARY KEY,
  term TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE pieces (
  piece TEXT NOT NULL,
  term INTEGER NOT NULL REFERENCES vocabulary (number),
  PRIMARY KEY (piece, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE vectors (
  model TEXT NOT NULL,                -- which encoder made it
  frame INTEGER NOT NULL REFERENCES frames (number),
  vector BLOB NOT NULL,               -- one signed byte a dimension, scaled so that the longest is 127
  PRIMARY KEY (model, frame)
) STRICT, WITHOUT ROWID;
