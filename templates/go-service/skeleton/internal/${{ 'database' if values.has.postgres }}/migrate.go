package database

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"slices"

	"github.com/jackc/pgx/v5"

	"github.com/${{ values.service.slug }}/internal/config"
)

//go:embed migrations/*.sql
var migrations embed.FS

// Any number will do, as long as only migrations lock it.
const migrationLock = 7_311_947

// Migrate runs every migration that has not run yet, each in a transaction of its own, in the order of their names. Of
// several that are started at once, one works and the others wait.
func Migrate(ctx context.Context, cfg config.Database, log *slog.Logger) (err error) {
	options, err := pgx.ParseConfig(address(cfg))
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	connection, err := pgx.ConnectConfig(ctx, options)
	if err != nil {
		return fmt.Errorf("database: %w", err)
	}
	// The lock ends with the connection.
	defer func() { err = errors.Join(err, connection.Close(context.WithoutCancel(ctx))) }()
	if _, err := connection.Exec(ctx, `SELECT pg_advisory_lock($1)`, migrationLock); err != nil {
		return fmt.Errorf("locking: %w", err)
	}
	if _, err := connection.Exec(ctx, `CREATE TABLE IF NOT EXISTS schema_migrations (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`); err != nil {
		return fmt.Errorf("schema_migrations: %w", err)
	}
	rows, err := connection.Query(ctx, `SELECT name FROM schema_migrations`)
	if err != nil {
		return fmt.Errorf("schema_migrations: %w", err)
	}
	applied, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return fmt.Errorf("schema_migrations: %w", err)
	}
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil {
		return err
	}
	for _, name := range names {
		if slices.Contains(applied, name) {
			continue
		}
		if err := apply(ctx, connection, name); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		log.InfoContext(ctx, "migrated", "migration", name)
	}
	return nil
}

func apply(ctx context.Context, connection *pgx.Conn, name string) error {
	statements, err := migrations.ReadFile(name)
	if err != nil {
		return err
	}
	return pgx.BeginFunc(ctx, connection, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, string(statements)); err != nil {
			return err
		}
		_, err := tx.Exec(ctx, `INSERT INTO schema_migrations (name) VALUES ($1)`, name)
		return err
	})
}
