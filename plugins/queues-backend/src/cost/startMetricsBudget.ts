import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { QueuesConfig } from '../config';
import { DatabaseUsageStore } from './DatabaseUsageStore';
import { DefaultMetricsBudget } from './DefaultMetricsBudget';
import { MetricsBudget } from './MetricsBudget';

/** Counts what CloudWatch costs, shared with the other replicas each half minute and at shutdown. */
export async function startMetricsBudget(deps: {
  config: Pick<QueuesConfig, 'cloudwatch'>;
  db: Knex;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  scheduler: SchedulerService;
}): Promise<MetricsBudget> {
  const budget = DefaultMetricsBudget.create({
    ...deps,
    config: deps.config.cloudwatch,
    store: new DatabaseUsageStore(deps.db),
  });
  await budget.sync();
  await deps.scheduler.scheduleTask({
    id: 'slipway-queues:cloudwatch-usage',
    // Each replica has counts of its own.
    scope: 'local',
    frequency: { seconds: 30 },
    timeout: { seconds: 20 },
    fn: async () => {
      await budget.sync();
      await budget.prune();
    },
  });
  deps.lifecycle.addShutdownHook(() => budget.sync());
  return budget;
}
