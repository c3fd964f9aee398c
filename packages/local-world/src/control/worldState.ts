import { ControlOptions } from './createControl';

/** Everything the control page shows, as JSON. */
export function worldState({ world, aws, parts }: ControlOptions) {
  const environmentOf = (account: string) =>
    world.environments.find(item => item.account === account)?.name;
  return {
    now: world.clock.now(),
    workloads: world.workloads.list().map(workload => ({
      ...workload,
      failures: [
        ...world.workloads.failuresOf(workload.environment, workload.name),
      ],
    })),
    queues: aws.queues.all().map(queue => ({
      environment: environmentOf(queue.identity.account),
      account: queue.identity.account,
      name: queue.name,
      ...aws.flow.counts(queue),
      dropped: queue.dropped,
    })),
    chaos: world.chaos.rules(),
    calls: world.counter.counts(),
    urls: world.urls,
    parts: Object.fromEntries(
      parts.flatMap(part => (part.state ? [[part.name, part.state()]] : [])),
    ),
  };
}
