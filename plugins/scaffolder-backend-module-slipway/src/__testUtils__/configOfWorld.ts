import { JsonObject } from '@backstage/types';
import { DEMO_BOT_TOKEN, RunningWorld } from '@slipway/local-world';
import { exampleConfig } from './exampleConfig';

/** The example config with the Git host of a world instead of GitHub. */
export function configOfWorld({ urls }: RunningWorld): JsonObject {
  const { host } = new URL(urls.github);
  const apiBaseUrl = `${urls.github}/api/v3`;
  return {
    ...exampleConfig,
    integrations: { github: [{ host, apiBaseUrl, token: DEMO_BOT_TOKEN }] },
    slipway: {
      ...(exampleConfig.slipway as JsonObject),
      infrastructure: { repo: `${host}/acme/infrastructure` },
    },
  };
}
