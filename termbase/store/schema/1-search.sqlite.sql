CREATE VIRTUAL TABLE term_search USING fts5 (folded, content='term', content_rowid='id', tokenize='trigram', columnsize=0);
CREATE TRIGGER term_search_remove AFTER DELETE ON term BEGIN
    INSERT INTO term_search (term_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER term_search_change AFTER UPDATE OF folded ON term BEGIN
    INSERT INTO term_search (term_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO term_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE VIRTUAL TABLE concept_search USING fts5 (folded, content='concept', content_rowid='id', tokenize='trigram', columnsize=0);
CREATE TRIGGER concept_search_remove AFTER DELETE ON concept BEGIN
    INSERT INTO concept_search (concept_search, rowid, folded) VALUES ('delete', old.id, old.folded);
END;
CREATE TRIGGER concept_search_change AFTER UPDATE OF folded ON concept BEGIN
    INSERT INTO concept_search (concept_search, rowid, folded) VALUES ('delete', old.id, old.folded);
    INSERT INTO concept_search (rowid, folded) VALUES (new.id, new.folded);
END;
CREATE VIRTUAL TABLE variant_search USING fts5 (text, content='variant', content_rowid='id', tokenize='trigram', columnsize=0);
CREATE TRIGGER variant_search_remove AFTER DELETE ON variant BEGIN
    INSERT INTO variant_search (variant_search, rowid, text) VALUES ('delete', old.id, old.text);
END;
CREATE TRIGGER variant_search_change AFTER UPDATE OF text ON variant BEGIN
    INSERT INTO variant_search (variant_search, rowid, text) VALUES ('delete', old.id, old.text);
    INSERT INTO variant_search (rowid, text) VALUES (new.id, new.text);
END;
INSERT INTO variant_search (variant_search, rank) VALUES ('hashsize', 16777216);
