import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  DeleteQueueCommand,
  ListQueuesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { clientsFor, startTestAws } from '../startTestAws';
import { startMoto } from '../startMoto';
import { ContractSubject } from './ContractSubject';

/** A subject that runs, and how to end it. */
export interface RunningSubject {
  readonly subject: ContractSubject;
  readonly stop: () => Promise<void>;
}

/** `basic` → `contract-1f9c2a-7-basic`: no name comes twice, in this run or another. */
function uniqueNames() {
  const prefix = `contract-${randomBytes(3).toString('hex')}-`;
  let count = 0;
  const unique: ContractSubject['unique'] = name => {
    count += 1;
    return `${prefix}${count}-${name}`;
  };
  return { prefix, unique };
}

/** Keys for a server that somebody else started; an emulator takes any, AWS takes those of the environment. */
const foreignKeys = () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'AKIALOCALWORLD000000',
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'local-world-secret',
  sessionToken: process.env.AWS_SESSION_TOKEN,
});

/** Deletes what the cases made, where the server goes on afterwards. */
async function deleteQueues(sqs: SQSClient, QueueNamePrefix: string) {
  const { QueueUrls = [] } = await sqs.send(
    new ListQueuesCommand({ QueueNamePrefix }),
  );
  for (const QueueUrl of QueueUrls) {
    await sqs.send(new DeleteQueueCommand({ QueueUrl }));
  }
}

/** A server at `endpoint`, on whose clock there is nothing to do but wait. */
function serverAt(endpoint: string): RunningSubject {
  const clients = clientsFor(endpoint, foreignKeys());
  const { prefix, unique } = uniqueNames();
  const pass = async (ms: number) => {
    await delay(ms);
  };
  return {
    subject: { ...clients, unique, pass },
    stop: () => deleteQueues(clients.sqs, prefix),
  };
}

async function startLocalWorld(): Promise<RunningSubject> {
  const aws = await startTestAws();
  const subject = {
    sqs: aws.sqs,
    cloudWatch: aws.cloudWatch,
    tagging: aws.tagging,
    unique: uniqueNames().unique,
    pass: (ms: number) => aws.clock.advance(ms),
  };
  return { subject, stop: aws.stop };
}

/** Starts what goes by `name`, unless it runs at `endpoint` already. */
export async function startContractServer(
  name: string,
  endpoint: string | undefined,
): Promise<RunningSubject> {
  if (endpoint !== undefined) {
    return serverAt(endpoint);
  }
  if (name === 'local-world') {
    return startLocalWorld();
  }
  if (name === 'moto') {
    const moto = await startMoto();
    return { subject: serverAt(moto.endpoint).subject, stop: moto.stop };
  }
  throw new Error(
    `No way to start '${name}': set SLIPWAY_CONTRACT_ENDPOINT to where it runs`,
  );
}
