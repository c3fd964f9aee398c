import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { resolve as resolvePath } from 'node:path';
import { ListQueuesCommand } from '@aws-sdk/client-sqs';
import { clientsFor } from './aws/__testUtils__/startTestAws';
import { startWorld } from './startWorld';

const sourceDir = resolvePath(__dirname, '../../..');

describe('startWorld', () => {
  it('starts all stand-ins on loopback, alive, and stops them', async () => {
    const running = await startWorld({ historyHours: 0, sourceDir });
    const health = await fetch(`${running.urls.control}/healthz`);
    expect(await health.json()).toEqual({ ready: true });
    const credentials = running.aws.credentials.issue(
      '222222222222',
      'slipway',
      'test',
    );
    const { sqs } = clientsFor(running.urls.aws, credentials);
    const { QueueUrls } = await sqs.send(new ListQueuesCommand({}));
    expect(QueueUrls).toContain(
      `${running.urls.aws}/222222222222/prod-orders-created`,
    );
    await running.reset();
    const again = await sqs.send(new ListQueuesCommand({}));
    expect(again.QueueUrls).toEqual(QueueUrls);
    await running.stop();
    await expect(fetch(running.urls.control)).rejects.toThrow();
  }, 60_000);

  it('names the port that is taken, and leaves the others free', async () => {
    const other = createServer();
    await new Promise<void>(resolve => {
      other.listen(0, '127.0.0.1', resolve);
    });
    const { port } = other.address() as AddressInfo;
    await expect(startWorld({ ports: { amp: port } })).rejects.toThrow(
      `Port ${port} (amp) is taken by another program on this machine.`,
    );
    other.close();
  });
});
