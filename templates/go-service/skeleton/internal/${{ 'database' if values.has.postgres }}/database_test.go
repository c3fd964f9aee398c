package database

import (
	"errors"
	"log/slog"
	"net/url"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/${{ values.service.slug }}/internal/config"
	"github.com/${{ values.service.slug }}/internal/records"
)

func TestAddressWantsTLS(t *testing.T) {
	cfg := config.Database{Host: "db", Port: 5432, Name: "app", Username: "u@x", Password: "p/w:?#"}
	for want, change := range map[string]func(){
		"sslmode=verify-full":         func() {},
		"sslrootcert=%2Fetc%2Fca.pem": func() { cfg.CAFile = "/etc/ca.pem" },
		"db:5432/app?sslmode=disable": func() { cfg.Plaintext = true; cfg.CAFile = "" },
	} {
		cfg.CAFile, cfg.Plaintext = "", false
		change()
		got := address(cfg)
		parsed, err := url.Parse(got)
		if err != nil || !strings.Contains(got, want) {
			t.Errorf("%s lacks %s: %v", got, want, err)
			continue
		}
		if password, _ := parsed.User.Password(); password != cfg.Password || parsed.User.Username() != cfg.Username {
			t.Errorf("credentials %v", parsed.User)
		}
	}
}

// With TEST_DATABASE_URL, such as postgres://app:app@localhost:5432/app, it runs on a real PostgreSQL.
func TestMigrateAndStore(t *testing.T) {
	location, err := url.Parse(os.Getenv("TEST_DATABASE_URL"))
	if err != nil || location.Host == "" {
		t.Skip("TEST_DATABASE_URL is not set: make test-database")
	}
	port, err := strconv.Atoi(location.Port())
	if err != nil {
		t.Fatal(err)
	}
	password, _ := location.User.Password()
	cfg := config.Database{
		Host: location.Hostname(), Port: port, Name: strings.TrimPrefix(location.Path, "/"),
		Username: location.User.Username(), Password: password, Plaintext: true,
	}
	log := slog.New(slog.DiscardHandler)
	failures := make(chan error, 3)
	for range cap(failures) {
		go func() { failures <- Migrate(t.Context(), cfg, log) }()
	}
	for range cap(failures) {
		if err := <-failures; err != nil {
			t.Fatal(err)
		}
	}
	var pool *pgxpool.Pool
	if pool, err = Connect(t.Context(), cfg); err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	store := records.NewPostgresStore(pool)
	record := records.Record{ID: strconv.FormatInt(time.Now().UnixNano(), 36), Type: "note", Data: []byte(`{"a": 1}`), CreatedAt: time.UnixMilli(1).UTC()}
	for range 2 {
		if err := store.Save(t.Context(), record); err != nil {
			t.Fatal(err)
		}
	}
	got, err := store.Get(t.Context(), record.ID)
	if err != nil || got.Type != "note" || string(got.Data) != `{"a": 1}` || !got.CreatedAt.Equal(record.CreatedAt) {
		t.Errorf("got %+v, %v", got, err)
	}
	if _, err := store.Get(t.Context(), "none"); !errors.Is(err, records.ErrNotFound) {
		t.Errorf("got %v", err)
	}
}
