import { SourceOptions } from '@slipway/platform-node';
import { QueueKey } from '../clients/QueueKey';

/** What all reads of single queues have in common: what fails together is an account and region. */
export function sourceOf(
  upstream: string,
): Pick<
  SourceOptions<QueueKey, never>,
  'upstream' | 'key' | 'target' | 'describe'
> {
  return {
    upstream,
    key: ({ arn }) => arn,
    target: ({ environment }) => `${environment.account} ${environment.region}`,
    describe: ({ name, environment }) => ({
      upstream,
      environment: environment.name,
      target: name,
    }),
  };
}
