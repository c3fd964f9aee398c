package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"github.com/${{ values.service.slug }}/internal/config"
	"github.com/${{ values.service.slug }}/internal/server"
	"github.com/${{ values.service.slug }}/internal/telemetry"
)

// How long the last spans may take to be sent.
const flushTimeout = 3 * time.Second

// serve runs the service and returns when ctx is done and what is in hand is finished.
func serve(ctx context.Context, cfg config.Config, log *slog.Logger) error {
	stopTracing, err := telemetry.StartTracing(ctx, cfg.ServiceName, cfg.Environment)
	if err != nil {
		return err
	}
	metrics := telemetry.New(cfg.ServiceName)
	app, err := newApp(ctx, cfg, metrics, log)
	if err != nil {
		return err
	}
	defer app.close()

	web := server.New(server.Options{
		Port:    cfg.Port,
		Ready:   app.ready,
		Metrics: metrics.Handler(),
{% if values.has.http %}

		API:      app.routes.Register,
		Recorder: metrics,
		Log:      log,
{% endif %}
	})
	failed := make(chan error, 1)
	go func() {
		if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			failed <- fmt.Errorf("http: %w", err)
		}
	}()
{% if values.has.queues %}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	consumed := app.consume(ctx)
{% endif %}
	log.Info("started", "port", cfg.Port)

	select {
	case err = <-failed:
	case <-ctx.Done():
		log.Info("stopping")
		app.stopping.Store(true)
		// Load balancers go on sending until they have seen that it is not ready.
		time.Sleep(cfg.ShutdownDelay)
	}
{% if values.has.queues %}
	cancel()
	// Health and metrics answer until the last message is finished.
	<-consumed
{% endif %}
	ending, done := context.WithTimeout(context.WithoutCancel(ctx), cfg.ShutdownTimeout)
	defer done()
	err = errors.Join(err, web.Shutdown(ending))
	flushing, flushed := context.WithTimeout(context.WithoutCancel(ctx), flushTimeout)
	defer flushed()
	return errors.Join(err, stopTracing(flushing))
}
