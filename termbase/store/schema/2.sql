CREATE TABLE verdict (
    term_id INTEGER PRIMARY KEY,
    accepted INTEGER NOT NULL,
    dismissed INTEGER NOT NULL,
    reported INTEGER NOT NULL,
    clean INTEGER NOT NULL,
    pinned BOOLEAN NOT NULL
);
