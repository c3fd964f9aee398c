import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { ConfigEnvironments } from '@slipway/platform-node';
import { exampleConfig } from '../__testUtils__/exampleConfig';
import { requireEnvironments } from './environmentChecks';

const environment = (name: string, change: JsonObject = {}) => ({
  name,
  title: name,
  account: '111111111111',
  region: 'eu-west-1',
  ecs: { cluster: name },
  infrastructure: { path: `terraform/live/${name}` },
  protection: 'none',
  ...change,
});

const known = ConfigEnvironments.fromConfig(
  new ConfigReader({
    ...exampleConfig,
    slipway: {
      infrastructure: { repo: 'github.com/acme/infrastructure' },
      environments: [
        environment('dev'),
        environment('test'),
        environment('far', { region: 'us-east-1' }),
        environment('bare', { account: '333333333333', ecs: undefined }),
      ],
    },
  }),
);

describe('requireEnvironments', () => {
  const ask = (environments: string[], platform?: 'ecs' | 'eks') =>
    requireEnvironments({ environments, platform }, known);

  it('takes those that run the platform', () => {
    expect(ask(['far', 'dev'], 'ecs').map(({ name }) => name)).toEqual([
      'far',
      'dev',
    ]);
    // A site has no images.
    expect(ask(['dev', 'test'])).toHaveLength(2);
  });

  it.each([
    [['dev', 'none'], 'ecs', "environments holds 'none', which there is not"],
    [['bare'], 'ecs', "environments holds 'bare', which has no ECS cluster"],
    [['dev'], 'eks', "environments holds 'dev', which has no EKS cluster"],
    [
      ['dev', 'far', 'test'],
      'ecs',
      "environments holds 'dev' and 'test', which share the account 111111111111 in eu-west-1",
    ],
  ] as const)('refuses %j on %s', (names, platform, message) => {
    expect(() => ask([...names], platform)).toThrow(message);
  });
});
