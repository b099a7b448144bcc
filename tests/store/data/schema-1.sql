PRAGMA application_id = 1952805485;
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
CREATE TABLE migration (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    release TEXT NOT NULL,
    applied_at BIGINT NOT NULL
);
CREATE VIRTUAL TABLE term_search USING fts5 (folded, content='term', content_rowid='id', tokenize='trigram', columnsize=0);
CREATE VIRTUAL TABLE concept_search USING fts5 (folded, content='concept', content_rowid='id', tokenize='trigram', columnsize=0);
CREATE VIRTUAL TABLE variant_search USING fts5 (text, content='variant', content_rowid='id', tokenize='trigram', columnsize=0);
INSERT INTO meta VALUES ('store_id', '2ad01ae0f030c811a5ce372a349245e0');
INSERT INTO meta VALUES ('schema', '1');
INSERT INTO meta VALUES ('release', '0.1.0');
INSERT INTO counter VALUES ('version', 2);
INSERT INTO counter VALUES ('batch', 2);
INSERT INTO counter VALUES ('event', 2);
INSERT INTO counter VALUES ('concept', 1);
INSERT INTO counter VALUES ('unit', 1);
INSERT INTO counter VALUES ('person', 1);
INSERT INTO counter VALUES ('proposal', 1);
INSERT INTO counter VALUES ('term', 3);
INSERT INTO counter VALUES ('variant', 2);
INSERT INTO concept VALUES (1, 'starter/devices', 'router-1', 'devices', 'Home', 'customers', '{"en":"A box that joins networks.","zh-CN":"连接网络的设备。"}', 'Changed.', 'https://example.org/router.png', 1, '["hardware","网络"]', 'c-0009', '{"subjectField":"networks","empty":""}', 1767312000, 'ann', 1767312000, 'bob', 2, 2, 2, 0, 1, 'a box that joins networks.
连接网络的设备。
changed.');
INSERT INTO term VALUES (1, 1, 'en', 'router', 'preferred', NULL, '', 'always', '[]', '', 1, 1, 0, 'anywhere', '[]', NULL, 1, '[]', '[]', 'noun', 'neuter', 'fullForm', 'neutral', 'GB', 'The everyday word.', 'Restart the router.', 'glossary.csv', '17', 'approved', 981173106, 'Zoë', 981173106, 'Zoë', 1, 1, 1, 'router');
INSERT INTO term VALUES (2, 1, 'zh-CN', '路由器', 'preferred', NULL, '', 'always', '[]', '', 1, 1, 0, 'anywhere', '[]', NULL, 1, '[]', '[]', NULL, NULL, NULL, '', '', '', '', '', '', 'approved', 1767312000, 'ann', 1767312000, 'ann', 1, 1, 1, '路由器');
INSERT INTO unit VALUES (1, 'macros.tmx', 'greeting', 'mail', 'en', 'Before.', 'After.', 'order', 'opening', 'orders', 'Home', 'customers', 'Use in the morning.', '["friendly"]', '{"x-client":"ACME"}', 'macros.tmx', '["macros.tmx:12"]', 981173106, 'Zoë', 981173106, 'Zoë', 1, 1, 1, 0, 1, -1034995628024152453);
INSERT INTO variant VALUES (1, 1, 'en', 'Good morning, {name}!', '[{"position":0,"kind":"bpt","id":"1","payload":"<b>","props":{"type":"bold"}},{"position":4,"kind":"ept","id":"1"}]', NULL, 'approved', '', '{}', 1767312000, 'ann', 1767312000, 'ann', 0, 1, 1, 1);
INSERT INTO variant VALUES (2, 1, 'zh-CN', '早上好，{name}！', '[]', 1, 'rejected', 'Too stiff.', '{"a":"b"}', 981173106, 'Zoë', 981173106, '李', 7, 1, 1, 1);
INSERT INTO person VALUES (1, 'Ann', 'lead', '', 1, 1, 1, 0, 1);
INSERT INTO proposal VALUES (1, 'path device', 'en', '', '', '', 'proposed', 1767312000, 'bob', 1767312000, 'bob', 1, 1, 1, 0, 1);
INSERT INTO event VALUES (1, 1767312000, 'ann', 'add', 1, '', '1 concept added, 1 unit added, 1 person added, 1 proposal added', NULL, NULL);
INSERT INTO event VALUES (2, 1767312000, 'bob', 'change', 2, 'c-0001', '1 concept changed', '{"concept":{"id":1,"origin":"starter/devices","external_id":"router-1","subject":"devices","product":"Home","audience":"customers","definitions":{"en":"A box that joins networks.","zh-CN":"连接网络的设备。"},"note":"Not a switch.","image":"https://example.org/router.png","translate":true,"tags":["hardware","网络"],"use_instead":"c-0009","props":{"subjectField":"networks","empty":""},"created_at":1767312000,"created_by":"ann","changed_at":1767312000,"changed_by":"ann","revision":1,"last_revision":1,"fields_revision":1,"undo_revision":0,"batch":1,"folded":"a box that joins networks.\n连接网络的设备。\nnot a switch."},"terms":[{"lang":"en","text":"path device","id":3,"status":"deprecated","reason":"literal","from_lang":"zh","when":"with-source","replacements":["router","{1} router"],"pattern":"path device(s)","pattern_version":1,"inflected":false,"case_sensitive":true,"position":"sentence-start","unless":["path device driver"],"severity":"error","enabled":false,"bad":["The path device is off."],"good":["The router is off."],"part_of_speech":null,"gender":null,"type":null,"register":"","market":"","note":"","context":"","origin":"","external_id":"","state":"proposed","created_at":1767312000,"created_by":"ann","changed_at":1767312000,"changed_by":"ann","revision":1,"concept_id":1,"since":1,"batch":1,"folded":"path device"}]}', '{"concept":{"id":1,"origin":"starter/devices","external_id":"router-1","subject":"devices","product":"Home","audience":"customers","definitions":{"en":"A box that joins networks.","zh-CN":"连接网络的设备。"},"note":"Changed.","image":"https://example.org/router.png","translate":true,"tags":["hardware","网络"],"use_instead":"c-0009","props":{"subjectField":"networks","empty":""},"created_at":1767312000,"created_by":"ann","changed_at":1767312000,"changed_by":"bob","revision":2,"last_revision":2,"fields_revision":2,"undo_revision":0,"batch":1,"folded":"a box that joins networks.\n连接网络的设备。\nchanged."},"terms":[]}');
INSERT INTO migration VALUES (1, 'first tables', '0.1.0', 1767312000);
INSERT INTO term_search (term_search) VALUES ('rebuild');
INSERT INTO concept_search (concept_search) VALUES ('rebuild');
INSERT INTO variant_search (variant_search) VALUES ('rebuild');
CREATE INDEX concept_external ON concept (origin, external_id) WHERE external_id <> '';
CREATE INDEX concept_batch ON concept (batch);
CREATE INDEX term_concept ON term (concept_id);
CREATE INDEX term_text ON term (lang, folded);
CREATE INDEX unit_key ON unit (origin, key) WHERE key <> '';
CREATE INDEX unit_identity ON unit (identity);
CREATE INDEX unit_batch ON unit (batch);
CREATE INDEX variant_unit ON variant (unit_id);
CREATE INDEX proposal_state ON proposal (state);
CREATE INDEX event_batch ON event (batch);
CREATE INDEX event_target ON event (target);
CREATE TRIGGER term_search_remove AFTER DELETE ON term BEGIN
    INSERT INTO term_search (term_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER term_search_change AFTER UPDATE OF folded ON term BEGIN
    INSERT INTO term_search (term_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO term_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER concept_search_remove AFTER DELETE ON concept BEGIN
    INSERT INTO concept_search (concept_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER concept_search_change AFTER UPDATE OF folded ON concept BEGIN
    INSERT INTO concept_search (concept_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO concept_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE TRIGGER variant_search_remove AFTER DELETE ON variant BEGIN
    INSERT INTO variant_search (variant_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER variant_search_change AFTER UPDATE OF text ON variant BEGIN
    INSERT INTO variant_search (variant_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO variant_search (rowid, text) VALUES (new.id, new.text);
END;
