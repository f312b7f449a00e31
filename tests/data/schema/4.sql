CREATE TABLE info (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE content (
  hash TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE edit (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  device TEXT NOT NULL,
  time INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  action TEXT NOT NULL CHECK (action IN ('do', 'undo', 'redo')),
  target INTEGER REFERENCES edit (seq)
) STRICT;
CREATE INDEX edit_clock ON edit (clock, device);
CREATE INDEX edit_target ON edit (target) WHERE target IS NOT NULL;
CREATE INDEX edit_done ON edit (seq) WHERE action = 'do';
CREATE TABLE change (
  edit INTEGER NOT NULL REFERENCES edit (seq),
  type TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  old ANY,
  new ANY,
  PRIMARY KEY (edit, record, field)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_record ON change (record, field, edit);
CREATE TABLE search_entry (
  id INTEGER PRIMARY KEY,
  type TEXT NOT NULL,
  record TEXT NOT NULL,
  field TEXT NOT NULL,
  UNIQUE (record, field)
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
  text, content = '', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);
CREATE TABLE IF NOT EXISTS "partnership" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "region" TEXT,
  "region_code" TEXT,
  "sectors" TEXT,
  "purpose" TEXT,
  "principles" TEXT,
  "language" TEXT NOT NULL DEFAULT 'nl',
  "quiet" INTEGER NOT NULL DEFAULT 0 CHECK ("quiet" IN (0, 1)),
  "keep_years" INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS "partnership_all" ON "partnership" (deleted, id, id);
CREATE TABLE IF NOT EXISTS "organisation" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "short_name" TEXT,
  "side" TEXT NOT NULL DEFAULT 'education',
  "place" TEXT,
  "kvk" TEXT,
  "branch" TEXT,
  "rsin" TEXT,
  "brin" TEXT,
  "agb" TEXT,
  "lrk" TEXT,
  "note" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "organisation_all" ON "organisation" (deleted, "position", id);
CREATE TABLE IF NOT EXISTS "person" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "organisation" TEXT REFERENCES "organisation" (id) DEFERRABLE INITIALLY DEFERRED,
  "function" TEXT,
  "email" TEXT,
  "phone" TEXT,
  "note" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "person_all" ON "person" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "person_organisation" ON "person" ("organisation", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "agreement" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "kind" TEXT NOT NULL DEFAULT 'covenant',
  "preamble" TEXT,
  "opening" TEXT,
  "collective" TEXT,
  "whereas" TEXT,
  "agreed" TEXT,
  "starts" TEXT NOT NULL DEFAULT 'signing',
  "start" TEXT,
  "end" TEXT,
  "notice" INTEGER,
  "extension" TEXT,
  "evaluate_every" INTEGER,
  "closing" TEXT,
  "follows" TEXT REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "agreement_all" ON "agreement" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "agreement_follows" ON "agreement" ("follows", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "party" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "agreement" TEXT NOT NULL CHECK ("agreement" <> '') REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "organisation" TEXT REFERENCES "organisation" (id) DEFERRABLE INITIALLY DEFERRED,
  "group" TEXT REFERENCES "party" (id) DEFERRABLE INITIALLY DEFERRED,
  "alias" TEXT,
  "representative" TEXT,
  "function" TEXT,
  "abstains" INTEGER NOT NULL DEFAULT 0 CHECK ("abstains" IN (0, 1)),
  "particulars" TEXT,
  "is_group" INTEGER NOT NULL DEFAULT 0 CHECK ("is_group" IN (0, 1)),
  "withdrawn" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "party_all" ON "party" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "party_agreement" ON "party" ("agreement", deleted, "position", id);
CREATE INDEX IF NOT EXISTS "party_organisation" ON "party" ("organisation", deleted, "position", id);
CREATE INDEX IF NOT EXISTS "party_group" ON "party" ("group", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "consideration" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "agreement" TEXT NOT NULL CHECK ("agreement" <> '') REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "consideration_all" ON "consideration" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "consideration_agreement" ON "consideration" ("agreement", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "article" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "agreement" TEXT NOT NULL CHECK ("agreement" <> '') REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL DEFAULT 'article',
  "heading" TEXT,
  "text" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "article_all" ON "article" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "article_agreement" ON "article" ("agreement", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "clause" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "article" TEXT NOT NULL CHECK ("article" <> '') REFERENCES "article" (id) DEFERRABLE INITIALLY DEFERRED,
  "part_of" TEXT REFERENCES "clause" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL CHECK ("text" <> ''),
  "mark" TEXT NOT NULL DEFAULT 'number',
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "clause_all" ON "clause" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "clause_article" ON "clause" ("article", deleted, "position", id);
CREATE INDEX IF NOT EXISTS "clause_part_of" ON "clause" ("part_of", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "signature" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "party" TEXT NOT NULL CHECK ("party" <> '') REFERENCES "party" (id) DEFERRABLE INITIALLY DEFERRED,
  "signed_on" TEXT NOT NULL CHECK ("signed_on" <> ''),
  "place" TEXT,
  "signatory" TEXT NOT NULL CHECK ("signatory" <> ''),
  "function" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "signature_all" ON "signature" (deleted, CASE length ("signed_on") WHEN 10 THEN "signed_on" WHEN 4 THEN "signed_on" || '-12-34' WHEN 7 THEN CASE substr ("signed_on", 6) WHEN '21' THEN substr ("signed_on", 1, 5) || '05-33' WHEN '22' THEN substr ("signed_on", 1, 5) || '08-33' WHEN '23' THEN substr ("signed_on", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("signed_on", 1, 4) + 1) ELSE "signed_on" || '-32' END ELSE '~' END, id);
CREATE INDEX IF NOT EXISTS "signature_party" ON "signature" ("party", deleted, CASE length ("signed_on") WHEN 10 THEN "signed_on" WHEN 4 THEN "signed_on" || '-12-34' WHEN 7 THEN CASE substr ("signed_on", 6) WHEN '21' THEN substr ("signed_on", 1, 5) || '05-33' WHEN '22' THEN substr ("signed_on", 1, 5) || '08-33' WHEN '23' THEN substr ("signed_on", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("signed_on", 1, 4) + 1) ELSE "signed_on" || '-32' END ELSE '~' END, id);
CREATE TABLE IF NOT EXISTS "goal" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "text" TEXT,
  "started" TEXT,
  "due" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "goal_all" ON "goal" (deleted, "position", id);
CREATE TABLE IF NOT EXISTS "criterion" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "goal" TEXT NOT NULL CHECK ("goal" <> '') REFERENCES "goal" (id) DEFERRABLE INITIALLY DEFERRED,
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "unit" TEXT,
  "direction" TEXT NOT NULL DEFAULT 'higher',
  "baseline" REAL,
  "baseline_date" TEXT,
  "target" REAL,
  "target_high" REAL,
  "due" TEXT,
  "rhythm" INTEGER,
  "measured_by" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "criterion_all" ON "criterion" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "criterion_goal" ON "criterion" ("goal", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "measurement" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "criterion" TEXT NOT NULL CHECK ("criterion" <> '') REFERENCES "criterion" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" <> ''),
  "value" REAL NOT NULL CHECK ("value" <> ''),
  "note" TEXT,
  "source" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "measurement_all" ON "measurement" (deleted, CASE length ("date") WHEN 10 THEN "date" WHEN 4 THEN "date" || '-12-34' WHEN 7 THEN CASE substr ("date", 6) WHEN '21' THEN substr ("date", 1, 5) || '05-33' WHEN '22' THEN substr ("date", 1, 5) || '08-33' WHEN '23' THEN substr ("date", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("date", 1, 4) + 1) ELSE "date" || '-32' END ELSE '~' END, id);
CREATE INDEX IF NOT EXISTS "measurement_criterion" ON "measurement" ("criterion", deleted, CASE length ("date") WHEN 10 THEN "date" WHEN 4 THEN "date" || '-12-34' WHEN 7 THEN CASE substr ("date", 6) WHEN '21' THEN substr ("date", 1, 5) || '05-33' WHEN '22' THEN substr ("date", 1, 5) || '08-33' WHEN '23' THEN substr ("date", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("date", 1, 4) + 1) ELSE "date" || '-32' END ELSE '~' END, id);
CREATE TABLE IF NOT EXISTS "milestone" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "title" TEXT NOT NULL CHECK ("title" <> ''),
  "due" TEXT,
  "reached" TEXT,
  "contributors" TEXT,
  "goal" TEXT REFERENCES "goal" (id) DEFERRABLE INITIALLY DEFERRED,
  "criterion" TEXT REFERENCES "criterion" (id) DEFERRABLE INITIALLY DEFERRED,
  "note" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "milestone_all" ON "milestone" (deleted, CASE length ("due") WHEN 10 THEN "due" WHEN 4 THEN "due" || '-12-34' WHEN 7 THEN CASE substr ("due", 6) WHEN '21' THEN substr ("due", 1, 5) || '05-33' WHEN '22' THEN substr ("due", 1, 5) || '08-33' WHEN '23' THEN substr ("due", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("due", 1, 4) + 1) ELSE "due" || '-32' END ELSE '~' END, id);
CREATE INDEX IF NOT EXISTS "milestone_goal" ON "milestone" ("goal", deleted, CASE length ("due") WHEN 10 THEN "due" WHEN 4 THEN "due" || '-12-34' WHEN 7 THEN CASE substr ("due", 6) WHEN '21' THEN substr ("due", 1, 5) || '05-33' WHEN '22' THEN substr ("due", 1, 5) || '08-33' WHEN '23' THEN substr ("due", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("due", 1, 4) + 1) ELSE "due" || '-32' END ELSE '~' END, id);
CREATE INDEX IF NOT EXISTS "milestone_criterion" ON "milestone" ("criterion", deleted, CASE length ("due") WHEN 10 THEN "due" WHEN 4 THEN "due" || '-12-34' WHEN 7 THEN CASE substr ("due", 6) WHEN '21' THEN substr ("due", 1, 5) || '05-33' WHEN '22' THEN substr ("due", 1, 5) || '08-33' WHEN '23' THEN substr ("due", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("due", 1, 4) + 1) ELSE "due" || '-32' END ELSE '~' END, id);
CREATE TABLE IF NOT EXISTS "celebration" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "milestone" TEXT NOT NULL CHECK ("milestone" <> '') REFERENCES "milestone" (id) DEFERRABLE INITIALLY DEFERRED,
  "date" TEXT NOT NULL CHECK ("date" <> ''),
  "reason" TEXT,
  "occasion" TEXT,
  "contributors" TEXT,
  "thanks" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "celebration_all" ON "celebration" (deleted, CASE length ("date") WHEN 10 THEN "date" WHEN 4 THEN "date" || '-12-34' WHEN 7 THEN CASE substr ("date", 6) WHEN '21' THEN substr ("date", 1, 5) || '05-33' WHEN '22' THEN substr ("date", 1, 5) || '08-33' WHEN '23' THEN substr ("date", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("date", 1, 4) + 1) ELSE "date" || '-32' END ELSE '~' END, id);
CREATE INDEX IF NOT EXISTS "celebration_milestone" ON "celebration" ("milestone", deleted, CASE length ("date") WHEN 10 THEN "date" WHEN 4 THEN "date" || '-12-34' WHEN 7 THEN CASE substr ("date", 6) WHEN '21' THEN substr ("date", 1, 5) || '05-33' WHEN '22' THEN substr ("date", 1, 5) || '08-33' WHEN '23' THEN substr ("date", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("date", 1, 4) + 1) ELSE "date" || '-32' END ELSE '~' END, id);
CREATE TABLE IF NOT EXISTS "attachment" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "record" TEXT NOT NULL CHECK ("record" <> ''),
  "media_type" TEXT,
  "content" TEXT NOT NULL CHECK ("content" <> '') REFERENCES content (hash),
  "description" TEXT,
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "attachment_all" ON "attachment" (deleted, "position", id);
CREATE TABLE IF NOT EXISTS "representative" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "party" TEXT NOT NULL CHECK ("party" <> '') REFERENCES "party" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "function" TEXT,
  "abstains" INTEGER NOT NULL DEFAULT 0 CHECK ("abstains" IN (0, 1)),
  "position" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "representative_all" ON "representative" (deleted, "position", id);
CREATE INDEX IF NOT EXISTS "representative_party" ON "representative" ("party", deleted, "position", id);
CREATE TABLE IF NOT EXISTS "evaluation" (
  id TEXT NOT NULL PRIMARY KEY,
  "deleted" INTEGER NOT NULL DEFAULT 0 CHECK ("deleted" IN (0, 1)),
  "agreement" TEXT NOT NULL CHECK ("agreement" <> '') REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "due" TEXT NOT NULL CHECK ("due" <> ''),
  "subject" TEXT,
  "held" TEXT,
  "outcome" TEXT
) STRICT;
CREATE INDEX IF NOT EXISTS "evaluation_all" ON "evaluation" (deleted, CASE length ("due") WHEN 10 THEN "due" WHEN 4 THEN "due" || '-12-34' WHEN 7 THEN CASE substr ("due", 6) WHEN '21' THEN substr ("due", 1, 5) || '05-33' WHEN '22' THEN substr ("due", 1, 5) || '08-33' WHEN '23' THEN substr ("due", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("due", 1, 4) + 1) ELSE "due" || '-32' END ELSE '~' END, id);
CREATE INDEX IF NOT EXISTS "evaluation_agreement" ON "evaluation" ("agreement", deleted, CASE length ("due") WHEN 10 THEN "due" WHEN 4 THEN "due" || '-12-34' WHEN 7 THEN CASE substr ("due", 6) WHEN '21' THEN substr ("due", 1, 5) || '05-33' WHEN '22' THEN substr ("due", 1, 5) || '08-33' WHEN '23' THEN substr ("due", 1, 5) || '11-33' WHEN '24' THEN format ('%04d-02-33', substr ("due", 1, 4) + 1) ELSE "due" || '-32' END ELSE '~' END, id);
