import { AwsClients, FetchEngine } from '@slipway/platform-node';
import { QueueMetricsClient } from '../clients/QueueMetricsClient';
import { SqsClient } from '../clients/SqsClient';
import { MetricsBudget } from '../cost/MetricsBudget';
import {
  createMetricsSources,
  MetricsSources,
} from '../sources/createMetricsSources';
import { createSqsSources, SqsSources } from '../sources/createSqsSources';

/** The upstream reads of the queues plugin. */
export interface QueueSources extends SqsSources, MetricsSources {}

/** @internal */
export function createQueueSources(deps: {
  engine: FetchEngine;
  awsClients: AwsClients;
  budget: MetricsBudget;
}): QueueSources {
  return {
    ...createSqsSources({ ...deps, sqs: new SqsClient(deps.awsClients) }),
    ...createMetricsSources({
      ...deps,
      metrics: new QueueMetricsClient(deps.awsClients),
    }),
  };
}
