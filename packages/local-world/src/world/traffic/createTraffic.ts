import { InMemoryTimeSeriesDatabase } from '../../amp/tsdb/InMemoryTimeSeriesDatabase';
import { Aws } from '../../aws/createAws';
import { demoWorkloads } from '../../demo/demoWorkloads';
import { seedDemoQueues } from '../../demo/seedDemoQueues';
import { World, WorldPart } from '../WorldPart';
import { TrafficSimulator } from './TrafficSimulator';
import { writeHistory } from './writeHistory';

/** The services of the demo at work, with a day behind them. */
export function createTraffic(
  world: World,
  aws: Aws,
  samples: InMemoryTimeSeriesDatabase,
  historyMs?: number,
): WorldPart {
  const deps = {
    ...world,
    samples,
    queues: aws.queues,
    flow: aws.flow,
    metrics: aws.metrics,
  };
  const simulator = new TrafficSimulator(deps);
  const begin = () => {
    const workloads = world.environments.flatMap(({ name }) =>
      demoWorkloads(name),
    );
    seedDemoQueues(aws.queues, world.environments, world.clock.now());
    workloads.forEach(workload => world.workloads.upsert(workload));
    writeHistory(simulator, deps, workloads, historyMs);
  };
  return {
    name: 'traffic',
    start: async () => {
      begin();
      simulator.start();
    },
    reset: () => {
      samples.clear();
      simulator.reset();
      begin();
    },
  };
}
