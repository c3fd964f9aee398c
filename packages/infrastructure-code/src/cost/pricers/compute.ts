import { fixed, numberOf, Pricer, PricedResource, textOf } from '../Pricing';

/** Fargate counts CPU in 1/1024 of a vCPU and memory in MiB. */
const UNITS = 1_024;

const service: Pricer = ({ values, module }, pricing, all) => {
  const beside = (type: string): PricedResource | undefined =>
    all.find(other => other.module === module && other.type === type);
  const task = beside('aws_ecs_task_definition')?.values ?? {};
  const target = beside('aws_appautoscaling_target')?.values ?? {};
  const cpu = numberOf(task.cpu, 256) / UNITS;
  const memory = numberOf(task.memory, 512) / UNITS;
  const min = numberOf(target.min_capacity, numberOf(values.desired_count, 1));
  const max = Math.max(numberOf(target.max_capacity, min), min);
  const arm = JSON.stringify(task.runtime_platform ?? '').includes('ARM64');
  const kind = arm ? 'fargate-arm' : 'fargate';
  const month =
    cpu * pricing.monthly(`${kind}-vcpu`) +
    memory * pricing.monthly(`${kind}-memory`);
  return {
    item: `Fargate tasks of ${textOf(values.name)}`,
    low: min * month,
    high: max * month,
    assumes: `${min} to ${max} tasks of ${cpu} vCPU and ${memory} GB, all month`,
  };
};

const targetGroup: Pricer = (_, pricing) => {
  const { low, high, words } = pricing.usage('balancerCapacity');
  const month = pricing.monthly('load-balancer-capacity');
  return {
    item: 'Share of the load balancer',
    low: low * month,
    high: high * month,
    assumes: `${words}; the load balancer itself is the platform's`,
  };
};

const loadBalancer: Pricer = (_, pricing) => ({
  item: 'Load balancer',
  ...fixed(pricing.monthly('load-balancer')),
  assumes: 'all month, without capacity units',
});

const images: Pricer = (_, pricing) => ({
  item: 'Images',
  ...pricing.forUsage('images', 'images'),
  assumes: pricing.usage('images').words,
});

export const computePricers: Readonly<Record<string, Pricer>> = {
  aws_ecs_service: service,
  aws_lb_target_group: targetGroup,
  aws_lb: loadBalancer,
  aws_ecr_repository: images,
};
