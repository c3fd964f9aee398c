import { resolve } from 'node:path';
import { StartWorldOptions } from './startWorld';
import { WorldPort, worldPorts } from './world/WorldPart';

const FIRST_PORT = 7100;
const BACKEND_PORT = 7007;

function readPort(
  variable: string,
  text: string | undefined,
): number | undefined {
  if (!text) {
    return undefined;
  }
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new RangeError(
      `${variable} must be a port (0 to 65535), not "${text}"`,
    );
  }
  return port;
}

/**
 * Reads how to start from the environment: `SLIPWAY_CONTROL_PORT`, `SLIPWAY_AWS_PORT`, … (default 7100 to 7105, 0 for a
 * free one), `SLIPWAY_SOURCE_DIR` (the repository; default the working directory), `SLIPWAY_STATE_DIR` (default
 * `.slipway` in it), `SLIPWAY_WORLD_SEED`, and `SLIPWAY_BACKEND_PORT` (default 7007), where the portal takes webhooks.
 */
export function readStartOptions(
  env: Readonly<Record<string, string | undefined>>,
): StartWorldOptions {
  const ports: Partial<Record<WorldPort, number>> = {};
  worldPorts.forEach((name, at) => {
    const variable = `SLIPWAY_${name.toUpperCase()}_PORT`;
    ports[name] = readPort(variable, env[variable]) ?? FIRST_PORT + at;
  });
  const sourceDir = resolve(env.SLIPWAY_SOURCE_DIR ?? '.');
  const seed = Number(env.SLIPWAY_WORLD_SEED ?? '1');
  return {
    ports,
    sourceDir,
    stateDir: env.SLIPWAY_STATE_DIR ?? resolve(sourceDir, '.slipway'),
    seed: Number.isFinite(seed) ? seed : 1,
    portalUrl: `http://127.0.0.1:${
      readPort('SLIPWAY_BACKEND_PORT', env.SLIPWAY_BACKEND_PORT) ?? BACKEND_PORT
    }`,
  };
}
