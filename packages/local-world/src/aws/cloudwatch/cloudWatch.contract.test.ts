import { describeCloudWatchContract } from '../__fixtures__/cloudWatchContract';
import { hasMoto, startMoto } from '../__fixtures__/startMoto';
import { clientsFor, startTestAws } from '../__fixtures__/startTestAws';

describe('CloudWatch contract', () => {
  let ours: Awaited<ReturnType<typeof startTestAws>>;
  beforeAll(async () => {
    ours = await startTestAws();
  });
  afterAll(() => ours.stop());

  describeCloudWatchContract('the AWS stand-in', {
    cloudWatch: () => ours.cloudWatch,
    deviations: new Set(),
  });
});

(hasMoto() ? describe : describe.skip)(
  'CloudWatch contract against moto (skipped without moto_server)',
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

    describeCloudWatchContract('moto', {
      cloudWatch: () => clients.cloudWatch,
      // What moto is known to do unlike CloudWatch.
      deviations: new Set([
        'computes metric math',
        'refuses more than 500 queries',
        'refuses the namespaces of AWS',
        'takes zipped bodies',
        'pages by datapoints',
      ]),
    });
  },
);
