{% if values.has.queues or (values.has.table and not values.has.postgres) %}
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
{% endif %}
{% if values.has.publishes %}
import { SNSClient } from '@aws-sdk/client-sns';
{% endif %}
{% if values.has.queues or values.has.sends %}
import { SQSClient } from '@aws-sdk/client-sqs';
{% endif %}
import { type DynamicModule, Module } from '@nestjs/common';
{% if values.has.redis %}
import { Cache, connectRedis } from './cache/Cache.js';
{% endif %}
import { CONFIG, type Config } from './config.js';
{% if values.has.queues %}
import { Consumers } from './consumer/Consumers.js';
import { EventHandler } from './consumer/EventHandler.js';
import { IdempotencyStore } from './consumer/IdempotencyStore.js';
import { QueueConsumer } from './consumer/QueueConsumer.js';
{% endif %}
{% if values.has.postgres %}
import { connectDatabase } from './database/connectDatabase.js';
{% endif %}
{% if values.has.publishes or values.has.sends %}
import { EventPublisher{% if values.has.sends %}, queue{% endif %}{% if values.has.publishes %}, topic{% endif %} } from './events/EventPublisher.js';
{% endif %}
import { ProbesController } from './http/ProbesController.js';
import { ReadinessService } from './http/ReadinessService.js';
{% if values.has.redis %}
import { CachedRecordStore } from './records/CachedRecordStore.js';
{% endif %}
{% if values.has.table and not values.has.postgres %}
import { DynamoRecordStore } from './records/DynamoRecordStore.js';
{% endif %}
{% if (values.has.http or values.has.redis) and not values.has.table and not values.has.postgres %}
import { InMemoryRecordStore } from './records/InMemoryRecordStore.js';
{% endif %}
{% if values.has.postgres %}
import { PrismaRecordStore } from './records/PrismaRecordStore.js';
{% endif %}
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
import { RECORD_STORE{% if values.has.postgres or values.has.table or values.has.redis or values.has.queues %}, type RecordStore{% endif %} } from './records/RecordStore.js';
{% endif %}
{% if values.has.http %}
import { RecordsController } from './records/RecordsController.js';
{% endif %}
import { LOG, type Logger } from './telemetry/logging.js';
import { Metrics } from './telemetry/metrics.js';

@Module({})
export class AppModule {
  static create(config: Config, log: Logger): DynamicModule {
    return {
      module: AppModule,
      controllers: [ProbesController{% if values.has.http %}, RecordsController{% endif %}],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: Metrics, useValue: new Metrics(config) },
        ReadinessService,
{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}
        {
          provide: RECORD_STORE,
          inject: [ReadinessService],
          useFactory: (readiness: ReadinessService) => createStore(config, log, readiness),
        },
{% endif %}
{% if values.has.publishes or values.has.sends %}
        {
          provide: EventPublisher,
          inject: [Metrics],
          useFactory: (metrics: Metrics) => createPublisher(config, metrics),
        },
{% endif %}
{% if values.has.queues %}
        {
          provide: Consumers,
          inject: [Metrics{% if not values.has.http %}, ReadinessService{% endif %}{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}, RECORD_STORE{% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}, EventPublisher{% endif %}],
          useFactory: (metrics: Metrics{% if not values.has.http %}, readiness: ReadinessService{% endif %}{% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}, store: RecordStore{% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}, publisher: EventPublisher{% endif %}) => {
            const idempotency = new IdempotencyStore(new DynamoDBClient({ region: config.AWS_REGION }), config.IDEMPOTENCY_TABLE, log);
            const handler = new EventHandler(idempotency, {% if values.has.http or values.has.postgres or values.has.table or values.has.redis %}store, {% endif %}{% if not values.has.http and (values.has.publishes or values.has.sends) %}publisher, {% endif %}log);
            return createConsumers(config, handler, metrics, {% if not values.has.http %}readiness, {% endif %}log);
          },
        },
{% endif %}
      ],
    };
  }
}
{% if values.has.postgres %}

function createStore(config: Config, {% if values.has.redis %}log{% else %}_log{% endif %}: Logger, readiness: ReadinessService): RecordStore {
  const prisma = connectDatabase(config);
  readiness.add(() =>
    prisma.$queryRaw`SELECT 1`.then(
      () => undefined,
      () => 'the database does not answer',
    ),
  );
  const store = new PrismaRecordStore(prisma);
{% elif values.has.table %}

function createStore(config: Config, {% if values.has.redis %}log{% else %}_log{% endif %}: Logger, _readiness: ReadinessService): RecordStore {
  const store = new DynamoRecordStore(new DynamoDBClient({ region: config.AWS_REGION }), config.TABLE_NAME);
{% elif values.has.redis %}

function createStore(config: Config, log: Logger, _readiness: ReadinessService): RecordStore {
  const store = new InMemoryRecordStore();
{% elif values.has.http %}

function createStore(_config: Config, _log: Logger, _readiness: ReadinessService) {
  const store = new InMemoryRecordStore();
{% endif %}
{% if values.has.redis %}
  return new CachedRecordStore(store, new Cache(connectRedis(config, log), config.OTEL_SERVICE_NAME, log));
}
{% elif values.has.http or values.has.postgres or values.has.table %}
  return store;
}
{% endif %}
{% if values.has.publishes or values.has.sends %}

function createPublisher(config: Config, metrics: Metrics): EventPublisher {
{% if values.has.publishes %}
  const sns = new SNSClient({ region: config.AWS_REGION });
{% endif %}
{% if values.has.sends %}
  const sqs = new SQSClient({ region: config.AWS_REGION });
{% endif %}
  return new EventPublisher(metrics, [
{% for name in values.spec.publishesTo %}
    topic(sns, '${{ name }}', config.TOPIC_${{ name | upper | replace('-', '_') }}_ARN),
{% endfor %}
{% for name in values.spec.sendsTo %}
    queue(sqs, '${{ name }}', config.SEND_${{ name | upper | replace('-', '_') }}_URL),
{% endfor %}
  ]);
}
{% endif %}
{% if values.has.queues %}

function createConsumers(config: Config, handler: EventHandler, metrics: Metrics, {% if not values.has.http %}readiness: ReadinessService, {% endif %}log: Logger) {
  const client = new SQSClient({ region: config.AWS_REGION });
  const consumers = config.queues.map(
    (source) => new QueueConsumer({ client, queue: source, batchSize: config.SQS_BATCH_SIZE, handler, metrics, log }),
  );
{% if not values.has.http %}
  readiness.add(() => (consumers.every(({ ready }) => ready) ? undefined : 'a queue was not reached lately'));
{% endif %}
  return new Consumers(consumers);
}
{% endif %}
