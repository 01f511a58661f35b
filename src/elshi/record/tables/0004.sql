-- What entries can be found by as they stand now, by entry and not by frame: a president's tenure has thousands of
-- frames and a dozen traits. All of it is derived from facets, bearers and links; what was found in the past is
-- asked of those. Elshi fills it when it opens the file.

CREATE TABLE traits (
  number INTEGER PRIMARY KEY,
  facet TEXT NOT NULL,                -- topic, language, party, office, confidence, name, title
  value TEXT NOT NULL,                -- folded
  UNIQUE (facet, value)
) STRICT;
CREATE TABLE entry_traits (
  trait INTEGER NOT NULL REFERENCES traits (number),
  entry_id TEXT NOT NULL,
  PRIMARY KEY (trait, entry_id)
) STRICT, WITHOUT ROWID;

-- Entries and links as they stand now, in the order in which entries are listed and with all by which they are chosen.
DROP INDEX entries_by_kind;
CREATE INDEX entries_now ON entries (day IS NULL, day DESC, report_id, start, id, type, status, first, last, former)
  WHERE recorded_until = '9999-12-31T23:59:59.999999+00:00';
CREATE INDEX entries_now_by_kind ON entries (kind, day IS NULL, day DESC, report_id, start, id, type, status, first, last, former)
  WHERE recorded_until = '9999-12-31T23:59:59.999999+00:00';
CREATE INDEX links_now ON links (frame, entry_id, recorded_until)
  WHERE recorded_until = '9999-12-31T23:59:59.999999+00:00';
