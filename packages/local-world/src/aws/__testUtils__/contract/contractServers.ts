import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { clientsFor, startTestAws } from '../startTestAws';
import { startMoto } from '../startMoto';
import { ContractSubject } from './ContractSubject';

/** A subject that runs, and how to end it. */
export interface RunningSubject {
  readonly subject: ContractSubject;
  readonly stop: () => Promise<void>;
}

/** `basic` → `contract-1f9c2a-7-basic`: no name comes twice, in this run or another. */
function uniqueNames(): ContractSubject['unique'] {
  const run = randomBytes(3).toString('hex');
  let count = 0;
  return name => {
    count += 1;
    return `contract-${run}-${count}-${name}`;
  };
}

/** Keys for a server that somebody else started; an emulator takes any, AWS takes those of the environment. */
const foreignKeys = () => ({
  accessKeyId: process.env.AWS_ACCESS_KEY_ID ?? 'AKIALOCALWORLD000000',
  secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY ?? 'local-world-secret',
  sessionToken: process.env.AWS_SESSION_TOKEN,
});

/** A server at `endpoint`, on whose clock there is nothing to do but wait. */
function subjectAt(endpoint: string): ContractSubject {
  return {
    ...clientsFor(endpoint, foreignKeys()),
    unique: uniqueNames(),
    pass: async ms => {
      await delay(ms);
    },
  };
}

async function startLocalWorld(): Promise<RunningSubject> {
  const aws = await startTestAws();
  const subject = {
    sqs: aws.sqs,
    cloudWatch: aws.cloudWatch,
    tagging: aws.tagging,
    unique: uniqueNames(),
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
    return { subject: subjectAt(endpoint), stop: async () => {} };
  }
  if (name === 'local-world') {
    return startLocalWorld();
  }
  if (name === 'moto') {
    const moto = await startMoto();
    return { subject: subjectAt(moto.endpoint), stop: moto.stop };
  }
  throw new Error(
    `No way to start '${name}': set SLIPWAY_CONTRACT_ENDPOINT to where it runs`,
  );
}
