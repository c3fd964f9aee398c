// Command ${{ values.spec.name }} is described in README.md.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/${{ values.service.slug }}/internal/config"
{% if values.has.postgres %}
	"github.com/${{ values.service.slug }}/internal/database"
{% endif %}
	"github.com/${{ values.service.slug }}/internal/logging"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	err := command(ctx, os.Args[1:])
	stop()
	if err != nil {
		slog.Error("stopped", "error", err)
		os.Exit(1)
	}
}

func command(ctx context.Context, args []string) error {
	// Until the configuration is read, and for what it says about itself.
	slog.SetDefault(logging.New(os.Stdout, slog.LevelInfo, ${{ values.spec.name | goString }}, os.Getenv("DEPLOYMENT_ENVIRONMENT")))
{% if values.has.postgres %}
	if len(args) == 1 && args[0] == "migrate" {
		cfg, err := config.LoadDatabase(os.Environ())
		if err != nil {
			return fmt.Errorf("configuration: %w", err)
		}
		return database.Migrate(ctx, cfg, slog.Default())
	}
{% endif %}
	if len(args) > 0 {
		return fmt.Errorf("unknown command %q", args)
	}
	cfg, err := config.Load(os.Environ())
	if err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	log := logging.New(os.Stdout, cfg.LogLevel, cfg.ServiceName, cfg.Environment)
	slog.SetDefault(log)
	return serve(ctx, cfg, log)
}
