CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
CREATE TABLE counter (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
CREATE TABLE concept (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    external_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    product TEXT NOT NULL,
    audience TEXT NOT NULL,
    definitions JSON NOT NULL,
    note TEXT NOT NULL,
    image TEXT NOT NULL,
    translate BOOLEAN NOT NULL,
    tags JSON NOT NULL,
    use_instead TEXT NOT NULL,
    props JSON NOT NULL,
    created_at BIGINT,
    created_by TEXT NOT NULL,
    changed_at BIGINT,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    last_revision INTEGER NOT NULL,
    fields_revision INTEGER NOT NULL,
    undo_revision INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX concept_external ON concept (origin, external_id) WHERE external_id <> '';
CREATE INDEX concept_batch ON concept (batch);
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    concept_id INTEGER NOT NULL REFERENCES concept (id),
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT,
    from_lang TEXT NOT NULL,
    "when" TEXT NOT NULL,
    replacements JSON NOT NULL,
    pattern TEXT NOT NULL,
    pattern_version INTEGER NOT NULL,
    inflected BOOLEAN NOT NULL,
    case_sensitive BOOLEAN NOT NULL,
    position TEXT NOT NULL,
    unless JSON NOT NULL,
    severity TEXT,
    enabled BOOLEAN NOT NULL,
    bad JSON NOT NULL,
    good JSON NOT NULL,
    part_of_speech TEXT,
    gender TEXT,
    type TEXT,
    register TEXT NOT NULL,
    market TEXT NOT NULL,
    note TEXT NOT NULL,
    context TEXT NOT NULL,
    origin TEXT NOT NULL,
    external_id TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT,
    created_by TEXT NOT NULL,
    changed_at BIGINT,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    since INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    folded TEXT NOT NULL
);
CREATE INDEX term_concept ON term (concept_id);
CREATE INDEX term_text ON term (lang, folded);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    key TEXT NOT NULL,
    context TEXT NOT NULL,
    source_lang TEXT NOT NULL,
    previous TEXT NOT NULL,
    next TEXT NOT NULL,
    scenario TEXT NOT NULL,
    stage TEXT NOT NULL,
    subject TEXT NOT NULL,
    product TEXT NOT NULL,
    audience TEXT NOT NULL,
    note TEXT NOT NULL,
    tags JSON NOT NULL,
    props JSON NOT NULL,
    file TEXT NOT NULL,
    "references" JSON NOT NULL,
    created_at BIGINT,
    created_by TEXT NOT NULL,
    changed_at BIGINT,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    last_revision INTEGER NOT NULL,
    fields_revision INTEGER NOT NULL,
    undo_revision INTEGER NOT NULL,
    batch INTEGER NOT NULL,
    identity BIGINT NOT NULL
);
CREATE INDEX unit_key ON unit (origin, key) WHERE key <> '';
CREATE INDEX unit_identity ON unit (identity);
CREATE INDEX unit_batch ON unit (batch);
CREATE TABLE variant (
    id INTEGER PRIMARY KEY,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    lang TEXT NOT NULL,
    text TEXT NOT NULL,
    tags JSON NOT NULL,
    plural INTEGER,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    props JSON NOT NULL,
    created_at BIGINT,
    created_by TEXT NOT NULL,
    changed_at BIGINT,
    changed_by TEXT NOT NULL,
    use_count INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    since INTEGER NOT NULL,
    batch INTEGER NOT NULL
);
CREATE INDEX variant_unit ON variant (unit_id);
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL,
    ui_lang TEXT NOT NULL,
    revision INTEGER NOT NULL,
    last_revision INTEGER NOT NULL,
    fields_revision INTEGER NOT NULL,
    undo_revision INTEGER NOT NULL,
    batch INTEGER NOT NULL
);
CREATE TABLE proposal (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    lang TEXT NOT NULL,
    better TEXT NOT NULL,
    note TEXT NOT NULL,
    concept TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT,
    created_by TEXT NOT NULL,
    changed_at BIGINT,
    changed_by TEXT NOT NULL,
    revision INTEGER NOT NULL,
    last_revision INTEGER NOT NULL,
    fields_revision INTEGER NOT NULL,
    undo_revision INTEGER NOT NULL,
    batch INTEGER NOT NULL
);
CREATE INDEX proposal_state ON proposal (state);
CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    batch INTEGER NOT NULL,
    target TEXT NOT NULL,
    summary TEXT NOT NULL,
    before JSON,
    after JSON
);
CREATE INDEX event_batch ON event (batch);
CREATE INDEX event_target ON event (target);
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    release TEXT NOT NULL,
    applied_at BIGINT NOT NULL
);
