import { WorldClock } from '../../world/types';
import { AwsService } from '../server/AwsService';
import { alarmOperations } from './alarms/alarmOperations';
import { AlarmStore } from './alarms/AlarmStore';
import { metricOperations } from './metricOperations';
import { MetricStore } from './MetricStore';

/**
 * CloudWatch in its JSON 1.0 protocol.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/
 */
export const createCloudWatchService = (state: {
  readonly metrics: MetricStore;
  readonly alarms: AlarmStore;
  readonly clock: WorldClock;
}): AwsService => ({
  name: 'CloudWatch',
  target: 'GraniteServiceVersion20100801',
  signingName: 'cloudwatch',
  protocol: 'json-1.0',
  operations: {
    ...metricOperations(state.metrics, state.clock),
    ...alarmOperations(state.alarms),
  },
});
