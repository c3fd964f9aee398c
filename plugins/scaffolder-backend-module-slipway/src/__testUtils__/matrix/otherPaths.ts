import { Combination } from './combinations';

const common = {
  owner: 'group:default/orders',
  system: 'system:default/order-system',
};

/** A static site in each choice of environments. */
export function staticSites(): Combination[] {
  return [['dev', 'prod'], ['dev']].map((environments, index) => {
    const name = `s${index + 1}-site`;
    return {
      name,
      label: `static-site, environments=${environments.join('+')}`,
      code: 'site',
      request: {
        template: 'static-site',
        answers: { ...common, name, description: 'Tries it', environments },
      },
      then: [],
    };
  });
}

const hosts = [
  { runtime: 'go', platform: 'eks', kind: 'worker', by: 'queue' },
  { runtime: 'spring-boot', platform: 'ecs', kind: 'worker', by: 'queue' },
  { runtime: 'nestjs', platform: 'eks', kind: 'api', by: 'cpu' },
  { runtime: 'quarkus', platform: 'ecs', kind: 'api', by: 'none' },
] as const;

/** Services that get two queues more after they were merged: workers that have one already, and APIs that have none. */
export function addedQueues(): Combination[] {
  return hosts.map(({ runtime, platform, kind, by }, index) => {
    const name = `q${index + 1}-${platform}-${kind}`;
    const service = `component:default/${name}`;
    const own = kind === 'worker' ? [{ name: `${name}-in` }] : [];
    const added = [
      { name: `${name}-late`, visibilityTimeout: 120 },
      { name: `${name}-early`, fifo: true, contentBasedDeduplication: true },
    ];
    return {
      name,
      label: `add-queue to ${platform} ${kind}, scaling=${by}`,
      request: {
        template: `${runtime}-service`,
        answers: {
          ...common,
          name,
          description: 'Gets two queues more',
          environments: ['dev', 'prod'],
          platform,
          kind,
          queues: own,
          scaling: { by, min: 1, max: 3 },
        },
      },
      then: added.map(queue => ({
        template: 'add-queue',
        answers: { service, queue },
      })),
    };
  });
}
