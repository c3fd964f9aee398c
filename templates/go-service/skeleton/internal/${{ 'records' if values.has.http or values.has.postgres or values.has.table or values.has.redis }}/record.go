// Package records is the example resource of the service: rename it to what the service is about.
package records

import (
	"context"
	"encoding/json"
	"errors"
	"time"
)

// Record is a piece of JSON with a type.
type Record struct {
	ID        string          `json:"id"`
	Type      string          `json:"type"`
	Data      json.RawMessage `json:"data"`
	CreatedAt time.Time       `json:"createdAt"`
}

// ErrNotFound means that there is no record with the id.
var ErrNotFound = errors.New("no such record")

// Store keeps records.
type Store interface {
	// Save comes out the same when it is done twice.
	Save(context.Context, Record) error
	// Get fails with ErrNotFound where there is none.
	Get(ctx context.Context, id string) (Record, error)
}
