import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AppModule } from './AppModule.js';
import type { Config } from './config.js';
import { observe } from './http/observe.js';
import { ProblemFilter } from './http/ProblemFilter.js';
import { type Logger, NestLog } from './telemetry/logging.js';
{% if values.has.http %}
import { Metrics } from './telemetry/metrics.js';
{% endif %}

/** The service, not yet listening{% if values.has.queues %} and not yet consuming{% endif %}. */
export async function createApp(config: Config, log: Logger): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.create(config, log), {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.use(observe(log{% if values.has.http %}, app.get(Metrics){% endif %}));
  app.useBodyParser('json', { limit: '256kb' });
  app.useGlobalFilters(new ProblemFilter(log));
  return app;
}
