// Command order-mailer consumes an SQS queue.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"syscall"

	awsconfig "github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/sqs"

	"github.com/acme/order-mailer/internal/config"
	"github.com/acme/order-mailer/internal/consumer"
	"github.com/acme/order-mailer/internal/handler"
	"github.com/acme/order-mailer/internal/server"
	"github.com/acme/order-mailer/internal/telemetry"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()

	if err := run(ctx); err != nil {
		slog.Error("stopped", "error", err)
		os.Exit(1)
	}
}

// run starts the worker and returns when ctx is done and the messages in hand are finished.
func run(ctx context.Context) error {
	cfg, err := config.Load(os.LookupEnv)
	if err != nil {
		return fmt.Errorf("configuration: %w", err)
	}
	log := slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{Level: cfg.LogLevel})).
		With("service", cfg.ServiceName)
	slog.SetDefault(log)

	awsCfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithRegion(cfg.Region))
	if err != nil {
		return fmt.Errorf("aws: %w", err)
	}

	metrics := telemetry.New(cfg.ServiceName, cfg.QueueName)
	worker := consumer.New(sqs.NewFromConfig(awsCfg), handler.New(log), metrics, log, consumer.Options{
		QueueURL:          cfg.QueueURL,
		BatchSize:         cfg.BatchSize,
		VisibilityTimeout: cfg.VisibilityTimeout,
		ShutdownTimeout:   cfg.ShutdownTimeout,
	})

	web := server.New(cfg.HTTPAddr, worker.Ready, metrics.Handler())
	failed := make(chan error, 1)
	go func() {
		if err := web.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			failed <- fmt.Errorf("http: %w", err)
		}
	}()

	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan struct{})
	go func() {
		defer close(done)
		worker.Run(ctx)
	}()

	log.Info("started", "queue", cfg.QueueName, "address", cfg.HTTPAddr)
	select {
	case err = <-failed:
		cancel()
	case <-ctx.Done():
	}
	<-done
	// Health and metrics answer until the last message is finished.
	return errors.Join(err, web.Shutdown(context.WithoutCancel(ctx)))
}
