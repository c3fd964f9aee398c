import { z } from 'zod';
import { AwsOperation } from '../server/AwsService';
import {
  ecsServiceName,
  lastPart,
  serviceArn,
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
import { EcsService, Rollout, ROLLOUT_MS } from './EcsServices';
import { serviceOnWire, serviceTags } from './serviceOnWire';

const listServices = (state: EcsState) =>
  ecsOperation(
    z.object({
      cluster: z.string().optional(),
      maxResults: z.number().int().min(1).max(100).default(10),
      nextToken: z.string().optional(),
    }),
    (input, call) => {
      const cluster = clusterOf(state, call, input.cluster);
      const arns = servicesIn(state, cluster).map(serviceArn);
      const page = ecsPage(arns, input.maxResults, input.nextToken);
      return { serviceArns: page.items, nextToken: page.nextToken };
    },
  );

const describeServices = (state: EcsState) =>
  ecsOperation(
    z.object({
      cluster: z.string().optional(),
      services: z
        .array(z.string())
        .min(1)
        .max(10, 'Services cannot have more than 10 elements'),
      include: z.array(z.enum(['TAGS'])).default([]),
    }),
    (input, call) => {
      const there = servicesIn(state, clusterOf(state, call, input.cluster));
      const now = state.clock.now();
      const found = input.services.map(reference => ({
        reference,
        service: there.find(
          ({ workload }) => ecsServiceName(workload) === lastPart(reference),
        ),
      }));
      return {
        services: found.flatMap(({ service }) =>
          service
            ? [
                {
                  ...serviceOnWire(service, now),
                  tags: input.include.length > 0 ? serviceTags(service) : [],
                },
              ]
            : [],
        ),
        failures: found.flatMap(({ service, reference }) =>
          service ? [] : [{ arn: reference, reason: 'MISSING' }],
        ),
      };
    },
  );

function deploymentOnWire(service: EcsService, rollout: Rollout, now: number) {
  const arn = serviceArn(service).replace(':service/', ':service-deployment/');
  const revision = serviceArn(service).replace(
    ':service/',
    ':service-revision/',
  );
  const end = rollout.startedAt + ROLLOUT_MS;
  return {
    serviceDeploymentArn: `${arn}/${rollout.id}`,
    serviceArn: serviceArn(service),
    clusterArn: serviceArn(service).replace(
      /:service\/([^/]+)\/.*/,
      ':cluster/$1',
    ),
    startedAt: unixSeconds(rollout.startedAt),
    createdAt: unixSeconds(rollout.startedAt),
    finishedAt: now >= end ? unixSeconds(end) : undefined,
    targetServiceRevisionArn: `${revision}/${rollout.id}`,
    status: now >= end ? 'SUCCESSFUL' : 'IN_PROGRESS',
  };
}

const listServiceDeployments = (state: EcsState) =>
  ecsOperation(
    z.object({
      cluster: z.string().optional(),
      service: z.string(),
      status: z.array(z.string()).default([]),
      maxResults: z.number().int().min(1).max(100).default(20),
      nextToken: z.string().optional(),
    }),
    (input, call) => {
      const cluster = clusterOf(state, call, input.cluster);
      const name = lastPart(input.service);
      const now = state.clock.now();
      const found = servicesIn(state, cluster)
        .filter(({ workload }) => ecsServiceName(workload) === name)
        .flatMap(service =>
          service.rollouts.map(rollout =>
            deploymentOnWire(service, rollout, now),
          ),
        )
        .filter(
          ({ status }) =>
            input.status.length === 0 || input.status.includes(status),
        )
        .reverse();
      const page = ecsPage(found, input.maxResults, input.nextToken);
      return { serviceDeployments: page.items, nextToken: page.nextToken };
    },
  );

const describeTaskDefinition = (state: EcsState) =>
  ecsOperation(z.object({ taskDefinition: z.string() }), (input, call) => {
    const wanted = lastPart(input.taskDefinition);
    const match = state.services
      .inAccount(call.account, call.region)
      .flatMap(service =>
        service.rollouts.map(rollout => ({ service, rollout })),
      )
      .reverse()
      .find(({ service, rollout }) => {
        const name = lastPart(taskDefinitionArn(service, rollout));
        // A family without a revision means its latest one.
        return name === wanted || name.split(':')[0] === wanted;
      });
    return { taskDefinition: match && taskDefinitionOnWire(match), tags: [] };
  });

function taskDefinitionOnWire(of: { service: EcsService; rollout: Rollout }) {
  const { service, rollout } = of;
  const arn = taskDefinitionArn(service, rollout);
  return {
    taskDefinitionArn: arn,
    family: lastPart(arn).split(':')[0],
    revision: rollout.revision,
    status: 'ACTIVE',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    cpu: '512',
    memory: '1024',
    registeredAt: unixSeconds(rollout.startedAt - 5_000),
    containerDefinitions: [
      {
        name: ecsServiceName(service.workload),
        image: rollout.image,
        essential: true,
        portMappings: [{ containerPort: 8080, protocol: 'tcp' }],
      },
    ],
  };
}

/** Operations on services and task definitions. */
export const serviceOperations = (
  state: EcsState,
): Record<string, AwsOperation> => ({
  ListServices: listServices(state),
  DescribeServices: describeServices(state),
  ListServiceDeployments: listServiceDeployments(state),
  DescribeTaskDefinition: describeTaskDefinition(state),
});
