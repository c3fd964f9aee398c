import { ConfigReader } from '@backstage/config';
import { DefaultAwsCredentialsManager } from '@backstage/integration-aws-node';
import { RunningWorld, startWorld } from '@slipway/local-world';
import { DefaultAwsClients } from '../aws/DefaultAwsClients';
import { ConfigEnvironments } from '../environments/ConfigEnvironments';
import { DefaultAmpClients } from './DefaultAmpClients';

describe('AmpHttpClient', () => {
  let world: RunningWorld;

  beforeAll(async () => {
    world = await startWorld({
      clock: 'manual',
      only: ['aws', 'traffic', 'amp'],
    });
    process.env.AWS_ENDPOINT_URL = world.urls.aws;
  }, 60_000);
  afterEach(() => world?.world.chaos.reset());
  afterAll(async () => {
    delete process.env.AWS_ENDPOINT_URL;
    await world?.stop();
  });

  async function client(options: { workspace?: boolean } = {}) {
    const config = new ConfigReader({
      slipway: {
        environments: [
          {
            name: 'dev',
            account: '111111111111',
            region: 'eu-west-1',
            ...(options.workspace !== false && {
              amp: {
                workspace: 'ws-11111111-dev0-4000-8000-000000000001',
                endpoint: world.urls.amp,
              },
            }),
            infrastructure: { path: 'live/dev' },
          },
        ],
      },
      aws: {
        mainAccount: {
          region: 'eu-west-1',
          accessKeyId: 'AKIALOCALWORLD000000',
          secretAccessKey: 'local-world-secret',
        },
        accountDefaults: { roleName: 'slipway' },
        accounts: [],
      },
    });
    const clients = DefaultAmpClients.create({
      awsClients: DefaultAwsClients.create({
        credentialsManager: DefaultAwsCredentialsManager.fromConfig(config),
      }),
    });
    return clients.get(ConfigEnvironments.fromConfig(config).get('dev'));
  }

  it('queries with a signature that the other side checks, assuming the role once', async () => {
    const amp = await client();
    world.world.counter.reset();
    const answers = await Promise.all([
      amp.query({ query: 'vector(1) + 1' }),
      amp.query({ query: 'up{name="ü&+=%"}', time: 1_700_000_000 }),
      amp.queryRange({ query: 'vector(1)', start: 0, end: 60, step: 30 }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([
      'success',
      'success',
      'success',
    ]);
    expect(world.world.counter.counts().STS).toEqual({ AssumeRole: 1 });
  });

  it('says what is wrong with a query, but never what it was signed with', async () => {
    const amp = await client();
    const failure = await amp.query({ query: 'sum(' }).catch(error => error);
    expect(failure).toMatchObject({
      name: 'UpstreamError',
      state: 'misconfigured',
      message: expect.stringMatching(/answered 400: .*parse/),
    });
  });

  it.each([
    ['dead', { dead: true }, 'unreachable'],
    ['throttled', { throttleRate: 1 }, 'throttled'],
    ['denied', { denied: true }, 'forbidden'],
  ])('maps a workspace that is %s', async (_, rule, state) => {
    const amp = await client();
    world.world.chaos.set('amp', rule);
    await expect(amp.query({ query: 'up' })).rejects.toMatchObject({ state });
  });

  it('says that an environment has no workspace', async () => {
    await expect(client({ workspace: false })).rejects.toMatchObject({
      state: 'misconfigured',
      message: 'Environment dev has no AMP workspace',
    });
  });
});
