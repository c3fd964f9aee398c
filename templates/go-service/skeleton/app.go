package main

import (
	"context"
	"errors"
{% if values.has.queues or values.has.publishes or values.has.sends or (values.has.table and not values.has.postgres) %}
	"fmt"
{% endif %}
	"log/slog"
{% if values.has.queues %}
	"sync"
{% endif %}
	"sync/atomic"

{% if values.has.queues or values.has.publishes or values.has.sends or (values.has.table and not values.has.postgres) %}
	awsconfig "github.com/aws/aws-sdk-go-v2/config"
{% if values.has.queues or (values.has.table and not values.has.postgres) %}
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
{% endif %}
{% if values.has.publishes %}
	"github.com/aws/aws-sdk-go-v2/service/sns"
{% endif %}
{% if values.has.queues or values.has.sends %}
	"github.com/aws/aws-sdk-go-v2/service/sqs"
{% endif %}
{% endif %}
{% if values.has.postgres %}
	"github.com/jackc/pgx/v5/pgxpool"
{% endif %}
{% if values.has.queues or values.has.publishes or values.has.sends or values.has.table or values.has.postgres %}

{% endif %}
{% if values.has.redis %}
	"github.com/${{ values.service.slug }}/internal/cache"
{% endif %}
	"github.com/${{ values.service.slug }}/internal/config"
{% if values.has.queues %}
	"github.com/${{ values.service.slug }}/internal/consumer"
{% endif %}
{% if values.has.postgres %}
	"github.com/${{ values.service.slug }}/internal/database"
{% endif %}
{% if values.has.publishes or values.has.sends %}
	"github.com/${{ values.service.slug }}/internal/events"
{% endif %}
{% if values.has.queues %}
	"github.com/${{ values.service.slug }}/internal/handler"
	"github.com/${{ values.service.slug }}/internal/idempotency"
{% endif %}
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
	"github.com/${{ values.service.slug }}/internal/records"
{% endif %}
	"github.com/${{ values.service.slug }}/internal/telemetry"
)

// app is the service without its HTTP server.
type app struct {
	stopping atomic.Bool
{% if values.has.http %}

	routes *records.Routes
{% endif %}
{% if values.has.queues %}

	consumers []*consumer.Consumer
{% endif %}
{% if values.has.postgres %}

	pool *pgxpool.Pool
{% endif %}

	closers []func() error
}

func newApp(ctx context.Context, cfg config.Config, metrics *telemetry.Metrics, log *slog.Logger) (*app, error) {
	a := &app{}
{% if values.has.queues or values.has.publishes or values.has.sends or (values.has.table and not values.has.postgres) %}
	awsCfg, err := awsconfig.LoadDefaultConfig(ctx, awsconfig.WithRegion(cfg.Region))
	if err != nil {
		return nil, fmt.Errorf("aws: %w", err)
	}
{% endif %}
{% if values.has.postgres %}
	pool, err := database.Connect(ctx, cfg.Database)
	if err != nil {
		return nil, err
	}
	a.pool = pool
	a.closers = append(a.closers, func() error { pool.Close(); return nil })
	var store records.Store = records.NewPostgresStore(pool)
{% elif values.has.table %}
	var store records.Store = records.NewTableStore(dynamodb.NewFromConfig(awsCfg), cfg.TableName)
{% elif values.has.redis %}
	var store records.Store = records.NewMemoryStore()
{% elif values.has.http %}
	store := records.NewMemoryStore()
{% endif %}
{% if values.has.redis %}
	client := cache.Connect(cfg.Redis)
	a.closers = append(a.closers, client.Close)
	store = records.NewCachedStore(store, cache.New(client, cfg.ServiceName, log))
{% endif %}
{% if values.has.publishes or values.has.sends %}
	var targets []events.Target
{% if values.has.publishes %}
	for _, topic := range cfg.Topics {
		targets = append(targets, events.Topic(sns.NewFromConfig(awsCfg), topic.Name, topic.Address))
	}
{% endif %}
{% if values.has.sends %}
	for _, queue := range cfg.SendTo {
		targets = append(targets, events.Queue(sqs.NewFromConfig(awsCfg), queue.Name, queue.Address))
	}
{% endif %}
	publisher := events.NewPublisher(metrics, targets...)
{% endif %}
{% if values.has.http %}
	a.routes = &records.Routes{Store: store, {% if values.has.publishes or values.has.sends %}Publisher: publisher, {% endif %}Log: log}
{% endif %}
{% if values.has.queues %}
	once := idempotency.New(dynamodb.NewFromConfig(awsCfg), cfg.IdempotencyTable, log)
	work := handler.New(once, {% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}store, {% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}publisher, {% endif %}log)
	for _, queue := range cfg.Queues {
		metrics.Consumes(queue.Name)
		a.consumers = append(a.consumers, consumer.New(sqs.NewFromConfig(awsCfg), work, metrics, log, consumer.Options{
			Queue: queue, BatchSize: cfg.BatchSize, ShutdownTimeout: cfg.ShutdownTimeout,
		}))
	}
{% endif %}
	return a, nil
}

// ready says why the service should get no work now.
func (a *app) ready({% if values.has.postgres %}ctx{% else %}_{% endif %} context.Context) error {
	if a.stopping.Load() {
		return errors.New("stopping")
	}
{% if values.has.postgres %}
	if err := a.pool.Ping(ctx); err != nil {
		return errors.New("the database does not answer")
	}
{% endif %}
{% if values.has.queues and not values.has.http %}
	for _, c := range a.consumers {
		if !c.Ready() {
			return errors.New("a queue was not reached lately")
		}
	}
{% endif %}
	return nil
}
{% if values.has.queues %}

// consume works on all queues until ctx is done; then the channel closes once the last message is finished.
func (a *app) consume(ctx context.Context) <-chan struct{} {
	done := make(chan struct{})
	var wait sync.WaitGroup
	for _, c := range a.consumers {
		wait.Go(func() { c.Run(ctx) })
	}
	go func() {
		defer close(done)
		wait.Wait()
	}()
	return done
}
{% endif %}

func (a *app) close() {
	for _, closer := range a.closers {
		if err := closer(); err != nil {
			slog.Warn("closing", "error", err)
		}
	}
}
