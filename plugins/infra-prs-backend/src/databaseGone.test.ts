import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { createMemoryDatabase } from './__testUtils__/createMemoryDatabase';
import { eventually } from './__testUtils__/eventually';
import { filesOf, metadataOf, planOf } from './__testUtils__/fixtures';
import { InfrastructureHost } from './__testUtils__/InfrastructureHost';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

const TABLES = [
  'change_requests',
  'requests',
  'request_pulls',
  'request_events',
];

it('shows changes while the database is gone, lets nobody decide, and goes on after it', async () => {
  const host = await InfrastructureHost.start();
  const knex = createMemoryDatabase();
  const portal = await startPortal(host, { knex });
  const move = async (from: string, to: string) => {
    for (const table of TABLES) {
      await knex.schema.renameTable(`${from}${table}`, `${to}${table}`);
    }
  };
  try {
    const metadata = metadataOf('user:default/olivia', 'gone');
    const files = filesOf('prod', 'gone');
    const change = await host.open({ branch: 'gone', files, metadata });
    await host.plan(change.headSha, planOf('prod', 'gone'));
    const url = `/pull-requests/${change.number}`;
    const read = async () => {
      const { status, body } = await portal.get('pat', url);
      expect(status).toBe(200);
      const detail: ChangeRequestDetail = body;
      return detail;
    };
    const { headSha, planDigest } = await read();
    await move('', 'gone_');

    const shown = await read();
    expect(shown.life).toMatchObject({ id: 'gone', stage: 'planned' });
    expect(shown.viewer.canApprove).toBe(false);
    expect(shown.blockers[0].message).toBe(
      "The portal's own record of who asked for it cannot be read",
    );
    const { status: listed, body } = await portal.get('pat', '/pull-requests');
    expect([listed, body.items[0].viewer.canApprove]).toEqual([200, false]);
    const timeline = await portal.get('pat', `${url}/timeline`);
    expect(timeline.body.events.length).toBeGreaterThan(2);
    expect(timeline.body.gaps).toEqual([
      expect.stringMatching(/^The portal's database cannot be read; /),
    ]);
    const command = { headSha, planDigest };
    const refused = await portal.post('pat', `${url}/approve`, command);
    expect(refused.status).toBeGreaterThanOrEqual(500);

    await move('gone_', '');
    const approved = await portal.post('pat', `${url}/approve`, command);
    expect(approved.status).toBe(200);
    const kept = await eventually(async () => {
      const { body: list } = await portal.get('pat', '/pull-requests');
      const [item] = list.items;
      return item.stage === 'approved' ? item : undefined;
    });
    expect(kept.id).toBe('gone');
  } finally {
    await portal.stop();
    await knex.destroy();
    await host.stop();
  }
});
