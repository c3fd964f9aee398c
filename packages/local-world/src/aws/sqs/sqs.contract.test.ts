import { setTimeout as delay } from 'node:timers/promises';
import { describeSqsContract } from '../__fixtures__/sqsContract';
import { hasMoto, startMoto } from '../__fixtures__/startMoto';
import { clientsFor, startTestAws } from '../__fixtures__/startTestAws';

describe('SQS contract', () => {
  let ours: Awaited<ReturnType<typeof startTestAws>>;
  beforeAll(async () => {
    ours = await startTestAws();
  });
  afterAll(() => ours.stop());

  describeSqsContract('the AWS stand-in', {
    sqs: () => ours.sqs,
    pass: ms => ours.clock.advance(ms),
    deviations: new Set(),
  });
});

(hasMoto() ? describe : describe.skip)(
  'SQS contract against moto (skipped without moto_server)',
  () => {
    let moto: Awaited<ReturnType<typeof startMoto>>;
    let clients: ReturnType<typeof clientsFor>;
    beforeAll(async () => {
      moto = await startMoto();
      clients = clientsFor(moto.endpoint, {
        accessKeyId: 'AKIAMOTO000000000000',
        secretAccessKey: 'moto',
      });
    }, 30_000);
    afterAll(() => moto.stop());

    describeSqsContract('moto', {
      sqs: () => clients.sqs,
      pass: ms => delay(Math.min(ms, 1_500)),
      // What moto is known to do unlike SQS.
      deviations: new Set([
        'pages through queues by prefix',
        'refuses attribute values out of bounds',
        'refuses a second purge within a minute',
      ]),
    });
  },
);
