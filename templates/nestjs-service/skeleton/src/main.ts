import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, loadConfig } from './config.js';
{% if values.has.queues %}
import { Consumers } from './consumer/Consumers.js';
{% endif %}
import { createApp } from './createApp.js';
import { ReadinessService } from './http/ReadinessService.js';
import { createLogger, type Logger } from './telemetry/logging.js';
import { startTracing } from './telemetry/tracing.js';

async function run(config: Config, log: Logger): Promise<void> {
  const stopTracing = startTracing(config);
  const app = await createApp(config, log);
  const server = await app.listen(config.PORT);
  // Longer than the 60 s after which a load balancer closes: the side that waits longer never loses a request.
  server.keepAliveTimeout = 75_000;
{% if values.has.queues %}
  app.get(Consumers).start();
{% endif %}
  log.info({ port: config.PORT }, 'started');

  await new Promise((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  log.info('stopping');
  app.get(ReadinessService).stop();
  // Load balancers go on sending until they have seen that it is not ready.
  await sleep(config.SHUTDOWN_DELAY_MS);
  const finish = async () => {
{% if values.has.queues %}
    // Health and metrics answer until the last message is finished.
    await app.get(Consumers).stop();
{% endif %}
    await app.close();
  };
  await Promise.race([finish(), sleep(config.SHUTDOWN_TIMEOUT_MS)]);
  await Promise.race([stopTracing(), sleep(3_000)]);
}

/** For what goes wrong before the configuration is read. */
const early = createLogger({
  LOG_LEVEL: 'info',
  OTEL_SERVICE_NAME: '${{ values.spec.name }}',
  DEPLOYMENT_ENVIRONMENT: process.env['DEPLOYMENT_ENVIRONMENT'] ?? '',
});
try {
  const config = loadConfig(process.env);
  await run(config, createLogger(config));
  process.exit(0);
} catch (error) {
  early.fatal({ err: error }, 'stopped');
  process.exit(1);
}
