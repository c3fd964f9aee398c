import { Entity } from '@backstage/catalog-model';

/** A queue that a service can send to. */
export interface SendableQueue {
  /** Without the environment in front. */
  readonly name: string;
  /** Chosen environments that do not have it. */
  readonly missingIn: readonly string[];
}

/** `dev-orders` in `dev` as `orders`; undefined where it is a queue of another environment, FIFO, or of dead letters. */
function baseName(queue: string, environment: string): string | undefined {
  const prefix = `${environment}-`;
  if (!queue.startsWith(prefix) || /-dlq$|\.fifo$/.test(queue)) {
    return undefined;
  }
  return queue.slice(prefix.length);
}

/** Standard queues of the chosen environments by their common names, sorted. */
export function sendableQueues(
  queues: readonly Entity[],
  environments: readonly string[],
): SendableQueue[] {
  const names = queues.map(({ metadata }) => metadata.name);
  const found = new Map(
    environments.map(environment => [
      environment,
      new Set(names.flatMap(name => baseName(name, environment) ?? [])),
    ]),
  );
  const all = new Set([...found.values()].flatMap(set => [...set]));
  return [...all]
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map(name => ({
      name,
      missingIn: environments.filter(env => !found.get(env)?.has(name)),
    }));
}
