import { UpstreamAnswer, UpstreamCall } from '@slipway/local-world';

const SECONDS = 1_760_000_000;

/** An ECS service as DescribeServices answers it, with one finished rollout. */
export function ecsService(
  name: string,
  primary: Record<string, unknown> = {},
  rest: Record<string, unknown> = {},
) {
  return {
    serviceName: name,
    status: 'ACTIVE',
    runningCount: 2,
    desiredCount: 2,
    taskDefinition: `arn:aws:ecs:eu-west-1:111111111111:task-definition/${name}:7`,
    deployments: [
      {
        id: 'ecs-svc/1',
        status: 'PRIMARY',
        taskDefinition: `arn:aws:ecs:eu-west-1:111111111111:task-definition/${name}:7`,
        runningCount: 2,
        desiredCount: 2,
        rolloutState: 'COMPLETED',
        createdAt: SECONDS,
        updatedAt: SECONDS + 60,
        ...primary,
      },
    ],
    events: [
      { id: '1', createdAt: SECONDS, message: 'has reached a steady state.' },
    ],
    ...rest,
  };
}

/** Answers the ECS operations the plugin uses, over AWS JSON 1.1. */
export function answerEcs(
  call: UpstreamCall,
  services: readonly ReturnType<typeof ecsService>[],
): UpstreamAnswer {
  const operation = String(call.headers['x-amz-target']).split('.')[1];
  const wanted: string[] = JSON.parse(call.body).services ?? [];
  switch (operation) {
    case 'DescribeServices':
      return {
        json: {
          services: services.filter(service =>
            wanted.includes(service.serviceName),
          ),
          failures: [],
        },
      };
    case 'DescribeTaskDefinition':
      return {
        json: {
          taskDefinition: {
            containerDefinitions: [{ image: 'registry.example/api:9' }],
          },
        },
      };
    case 'ListTasks':
      return { json: { taskArns: ['arn:aws:ecs:eu-west-1:1:task/x'] } };
    case 'DescribeTasks':
      return {
        json: {
          tasks: [
            { stoppedReason: 'Essential container exited', stoppedAt: SECONDS },
          ],
        },
      };
    default:
      return { status: 501, json: { message: operation } };
  }
}
