// Package problem answers errors as application/problem+json, https://www.rfc-editor.org/rfc/rfc9457
package problem

import (
	"encoding/json"
	"net/http"
)

// Problem is the body of an answer that is no success.
type Problem struct {
	Title  string       `json:"title"`
	Status int          `json:"status"`
	Detail string       `json:"detail,omitempty"`
	Errors []FieldError `json:"errors,omitempty"`
}

// FieldError says what is wrong with one field and what would do.
type FieldError struct {
	Field  string `json:"field"`
	Detail string `json:"detail"`
}

// New is a problem with the standard title of its status.
func New(status int, detail string, errors ...FieldError) Problem {
	return Problem{Title: http.StatusText(status), Status: status, Detail: detail, Errors: errors}
}

// Internal tells the caller nothing about what went wrong inside; the log does.
func Internal() Problem {
	return New(http.StatusInternalServerError, "something went wrong; try again later")
}

// Write sends the problem.
func Write(w http.ResponseWriter, p Problem) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(p.Status)
	// The caller has gone when this fails.
	_ = json.NewEncoder(w).Encode(p)
}
