import { createServer } from 'node:net';
import { PlainError } from './fail.mjs';

function number(name, fallback) {
  const text = process.env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_529) {
    throw new PlainError(
      `${name} is '${text}'; it must be a port number from 1 to 65529.`,
    );
  }
  return value;
}

/**
 * The ports Slipway listens on, all on 127.0.0.1. `SLIPWAY_PORT` moves the portal, `SLIPWAY_BACKEND_PORT` its
 * backend, `SLIPWAY_WORLD_PORT` the embedded world, which takes six in a row.
 */
export function readPorts() {
  const world = number('SLIPWAY_WORLD_PORT', 7100);
  return {
    app: number('SLIPWAY_PORT', 3000),
    backend: number('SLIPWAY_BACKEND_PORT', 7007),
    control: world,
    aws: world + 1,
    github: world + 2,
    argocd: world + 3,
    amp: world + 4,
    kubernetes: world + 5,
  };
}

const VARIABLE = { app: 'SLIPWAY_PORT', backend: 'SLIPWAY_BACKEND_PORT' };

function isFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}

/** Fails with the name of the first taken port and how to choose another. */
export async function assertPortsFree(ports) {
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isFree(port))) {
      const variable = VARIABLE[name] ?? 'SLIPWAY_WORLD_PORT';
      throw new PlainError(
        `Port ${port} (${name}) is used by another program. Stop that program, or choose another port:\n\n  ${variable}=${
          port + 100
        } npm start`,
      );
    }
  }
}
