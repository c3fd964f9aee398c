import { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ECSClient } from '@aws-sdk/client-ecs';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { SQSClient } from '@aws-sdk/client-sqs';
import { STSClient } from '@aws-sdk/client-sts';
import { demoEnvironments } from '../../demo/environments';
import { CallCounter } from '../../world/CallCounter';
import { Chaos } from '../../world/Chaos';
import { DefaultWorkloadRegistry } from '../../world/DefaultWorkloadRegistry';
import { DefaultWorldClock } from '../../world/DefaultWorldClock';
import { createAws } from '../createAws';
import { MANAGEMENT_CREDENTIALS } from '../CredentialStore';

/** SDK clients of one account, of an unmodified SDK. */
export function clientsFor(
  endpoint: string,
  credentials: {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string;
  },
) {
  const config = { endpoint, region: 'eu-west-1', credentials };
  return {
    sqs: new SQSClient(config),
    cloudWatch: new CloudWatchClient(config),
    ecs: new ECSClient(config),
    sts: new STSClient(config),
    tagging: new ResourceGroupsTaggingAPIClient(config),
  };
}

/** The AWS stand-in alone, on a clock that stands still. */
export async function startTestAws() {
  const clock = DefaultWorldClock.create({ mode: 'manual' });
  const world = {
    clock,
    environments: demoEnvironments,
    workloads: new DefaultWorkloadRegistry(clock),
    counter: new CallCounter(),
    chaos: new Chaos(),
  };
  const aws = createAws(world);
  const server = createServer(aws.listen?.app);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  const endpoint = `http://127.0.0.1:${port}`;
  return {
    ...world,
    aws,
    endpoint,
    /** Clients in the account of the first environment, `dev`. */
    ...clientsFor(
      endpoint,
      aws.credentials.issue(demoEnvironments[0].account, 'slipway', 'test'),
    ),
    management: clientsFor(endpoint, MANAGEMENT_CREDENTIALS),
    stop: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
