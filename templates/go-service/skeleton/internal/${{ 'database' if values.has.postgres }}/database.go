// Package database connects to PostgreSQL and brings its schema up to date.
package database

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/${{ values.service.slug }}/internal/config"
)

// Connect returns a pool; it dials when it is first used.
func Connect(ctx context.Context, cfg config.Database) (*pgxpool.Pool, error) {
	options, err := pgxpool.ParseConfig(address(cfg))
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	options.ConnConfig.ConnectTimeout = 5 * time.Second
	// So that connections move on after a failover.
	options.MaxConnLifetime = 30 * time.Minute
	pool, err := pgxpool.NewWithConfig(ctx, options)
	if err != nil {
		return nil, fmt.Errorf("database: %w", err)
	}
	return pool, nil
}

// address always verifies the server's certificate, except on a developer's machine.
func address(cfg config.Database) string {
	query := url.Values{"sslmode": {"verify-full"}}
	if cfg.Plaintext {
		query.Set("sslmode", "disable")
	} else if cfg.CAFile != "" {
		query.Set("sslrootcert", cfg.CAFile)
	}
	location := url.URL{
		Scheme:   "postgres",
		User:     url.UserPassword(cfg.Username, cfg.Password),
		Host:     net.JoinHostPort(cfg.Host, strconv.Itoa(cfg.Port)),
		Path:     "/" + cfg.Name,
		RawQuery: query.Encode(),
	}
	return location.String()
}
