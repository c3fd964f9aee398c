import { z } from 'zod';
import { AwsOperation } from '../server/AwsService';
import {
  clusterArn,
  ecsServiceName,
  lastPart,
  taskArn,
  taskDefinitionArn,
} from './ecsNames';
import {
  clusterOf,
  ecsOperation,
  ecsPage,
  EcsState,
  servicesIn,
  unixSeconds,
} from './ecsOperation';
import { EcsService, Rollout } from './EcsServices';
import { rolloutProgress } from './rolloutProgress';

interface Task {
  readonly arn: string;
  readonly service: EcsService;
  readonly rollout: Rollout;
}

/** Tasks of a service that run now: the new ones first, then those they replace. */
function tasksOf(service: EcsService, now: number): Task[] {
  const progress = rolloutProgress(service, now);
  const of = (rollout: Rollout, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      arn: taskArn(service, rollout, index),
      service,
      rollout,
    }));
  return [
    ...of(progress.current, progress.runningNew),
    ...(progress.previous ? of(progress.previous, progress.runningOld) : []),
  ];
}

function taskOnWire({ arn, service, rollout }: Task) {
  const { workload, environment } = service;
  const started = unixSeconds(rollout.startedAt + 4_000);
  return {
    taskArn: arn,
    clusterArn: clusterArn(environment),
    taskDefinitionArn: taskDefinitionArn(service, rollout),
    group: `service:${ecsServiceName(workload)}`,
    startedBy: `ecs-svc/${rollout.id}`,
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    healthStatus: 'HEALTHY',
    launchType: 'FARGATE',
    availabilityZone: `${environment.region}a`,
    cpu: '512',
    memory: '1024',
    connectivity: 'CONNECTED',
    createdAt: unixSeconds(rollout.startedAt + 1_000),
    startedAt: started,
    containers: [
      {
        containerArn: arn.replace(':task/', ':container/'),
        taskArn: arn,
        name: workload.name,
        image: rollout.image,
        lastStatus: 'RUNNING',
        healthStatus: 'HEALTHY',
      },
    ],
  };
}

const listTasks = (state: EcsState) =>
  ecsOperation(
    z.object({
      cluster: z.string().optional(),
      serviceName: z.string().optional(),
      desiredStatus: z
        .enum(['RUNNING', 'PENDING', 'STOPPED'])
        .default('RUNNING'),
      maxResults: z.number().int().min(1).max(100).default(100),
      nextToken: z.string().optional(),
    }),
    (input, call) => {
      const name = input.serviceName && lastPart(input.serviceName);
      const arns = servicesIn(state, clusterOf(state, call, input.cluster))
        .filter(({ workload }) =>
          [undefined, ecsServiceName(workload)].includes(name),
        )
        .flatMap(service => tasksOf(service, state.clock.now()))
        .map(({ arn }) => arn);
      // Nothing in the world stops by itself, so there are no stopped tasks to list.
      const wanted = input.desiredStatus === 'RUNNING' ? arns : [];
      const page = ecsPage(wanted, input.maxResults, input.nextToken);
      return { taskArns: page.items, nextToken: page.nextToken };
    },
  );

const describeTasks = (state: EcsState) =>
  ecsOperation(
    z.object({
      cluster: z.string().optional(),
      tasks: z.array(z.string()).min(1).max(100),
    }),
    (input, call) => {
      const there = servicesIn(
        state,
        clusterOf(state, call, input.cluster),
      ).flatMap(service => tasksOf(service, state.clock.now()));
      const found = input.tasks.map(reference => ({
        reference,
        task: there.find(({ arn }) => lastPart(arn) === lastPart(reference)),
      }));
      return {
        tasks: found.flatMap(({ task }) => (task ? [taskOnWire(task)] : [])),
        failures: found.flatMap(({ task, reference }) =>
          task ? [] : [{ arn: reference, reason: 'MISSING' }],
        ),
      };
    },
  );

/** Operations on tasks. */
export const taskOperations = (
  state: EcsState,
): Record<string, AwsOperation> => ({
  ListTasks: listTasks(state),
  DescribeTasks: describeTasks(state),
});
