-- A migration that was released is never changed: the next change is V2.
CREATE TABLE items (
    id         VARCHAR(36)              NOT NULL PRIMARY KEY,
    name       VARCHAR(100)             NOT NULL,
    quantity   INTEGER                  NOT NULL CHECK (quantity > 0),
    created_at TIMESTAMP WITH TIME ZONE NOT NULL
);
