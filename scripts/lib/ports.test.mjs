import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { afterEach, test } from 'node:test';
import { assertPortsFree, readPorts } from './ports.mjs';

const saved = { ...process.env };
afterEach(() => {
  process.env = { ...saved };
});

test('the world takes six ports in a row after its first', () => {
  process.env.SLIPWAY_WORLD_PORT = '9000';
  const { control, aws, kubernetes } = readPorts();
  assert.deepEqual([control, aws, kubernetes], [9000, 9001, 9005]);
});

for (const bad of ['http', '0', '-1', '70000', '3000.5']) {
  test(`a port of '${bad}' is refused by name`, () => {
    process.env.SLIPWAY_PORT = bad;
    assert.throws(readPorts, /SLIPWAY_PORT is '.*'; it must be a port number/);
  });
}

test('a taken port is named, with the way to choose another', async () => {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  try {
    await assert.rejects(
      assertPortsFree({ app: port }),
      error =>
        error.message.includes(`Port ${port} (app) is used`) &&
        error.message.includes(`SLIPWAY_PORT=${port + 100} npm start`),
    );
  } finally {
    await new Promise(resolve => server.close(resolve));
  }
  await assertPortsFree({ app: port });
});
