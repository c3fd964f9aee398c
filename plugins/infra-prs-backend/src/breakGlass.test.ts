import {
  AuditorServiceCreateEventOptions,
  createServiceFactory,
  ServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  notificationService,
  NotificationSendOptions,
} from '@backstage/plugin-notifications-node';
import { PlanRoot } from '@slipway/plugin-infra-prs-common';
import { ApprovalTest } from './__testUtils__/ApprovalTest';
import { eventually } from './__testUtils__/eventually';

jest.setTimeout(120_000);

const REASON = 'Orders are down and nobody of platform answers';
const repo = { owner: 'acme', repo: 'infrastructure' };
const send = jest.fn(async (_: NotificationSendOptions): Promise<void> => {});
const notifications: ServiceFactory = createServiceFactory({
  service: notificationService,
  deps: {},
  factory: () => ({ send }),
});
const createEvent = jest.fn(async (_: AuditorServiceCreateEventOptions) => ({
  success: async () => {},
  fail: async () => {},
}));
const auditor = mockServices.auditor.mock({ createEvent }).factory;
let test: ApprovalTest;

beforeAll(async () => {
  test = await ApprovalTest.start({
    features: [notifications, auditor],
    infraPrs: {
      breakGlass: { enabled: true, groups: ['group:default/payments'] },
    },
    // GitHub itself would want an approval too, and that cannot be overridden.
    beforeStart: host => host.requireReviews(0),
  });
});
beforeEach(() => send.mockClear());
afterAll(() => test?.stop());

/** What was told of emergencies; of each turn people are told anyway. */
const alarms = () =>
  send.mock.calls.filter(([told]) => told.payload.severity === 'critical');

async function breakGlass(login: string, number: number, over: object = {}) {
  const seen = await test.seen(number);
  const confirm = String(number);
  const command = { ...seen, reason: REASON, confirm, ...over };
  return test.decide(login, number, 'break-glass', command);
}

it('merges without the approvals, keeps why, and tells the approvers', async () => {
  const { number } = await test.open();
  const shown = await test.read(number, 'sam');
  expect(shown.viewer.breakGlass).toEqual({
    overrides: ['Production needs 1 more approval, from platform'],
  });
  expect((await test.read(number, 'pat')).viewer.breakGlass).toBeUndefined();
  const merged = await breakGlass('sam', number);
  expect(merged.status).toBe(200);
  expect(merged.body.state).toBe('merged');
  await eventually(async () => alarms().length > 0 || undefined);
  expect(alarms()).toEqual([
    [
      {
        recipients: {
          type: 'entity',
          entityRef: ['group:default/platform', 'user:default/olivia'],
          excludeEntityRef: [],
        },
        payload: expect.objectContaining({
          title: expect.stringContaining('was merged past the rules'),
          severity: 'critical',
          link: `/infra-prs/${number}`,
          scope: `alarm:${number}`,
          description: `user:default/sam broke the glass: ${REASON}. Missing: Production needs 1 more approval, from platform`,
        }),
      },
    ],
  ]);
  expect(createEvent).toHaveBeenCalledWith(
    expect.objectContaining({
      eventId: 'change-break-glass',
      severityLevel: 'high',
      meta: expect.objectContaining({ number, reason: REASON }),
    }),
  );
  const path = `/pull-requests/${number}/timeline`;
  const { body } = await test.portal.get('pat', path);
  expect(body.events).toContainEqual(
    expect.objectContaining({
      kind: 'break_glass',
      text: `user:default/sam broke the glass: ${REASON}`,
    }),
  );
});

it.each([
  ['somebody of another group', 'pat', {}, 403, 'in none of the groups'],
  ['no good reason', 'sam', { reason: 'because' }, 400, 'must say why'],
  ['no confirmation', 'sam', { confirm: 'yes' }, 400, 'type the number'],
  [
    'what was not on the screen',
    'sam',
    { headSha: 'a'.repeat(40) },
    409,
    'New commits',
  ],
])('is refused to %s', async (_, login, over, status, words) => {
  const { number } = await test.open();
  const refused = await breakGlass(login, number, over);
  expect(refused.status).toBe(status);
  expect(refused.body.error.message).toContain(words);
  expect((await test.read(number)).state).toBe('open');
  expect(alarms()).toEqual([]);
});

it('overrides neither a failing check nor a plan that failed', async () => {
  const { number, headSha } = await test.open();
  await test.host.check(headSha, 'terraform validate', 'failure');
  const checks = await breakGlass('sam', number);
  expect(checks.status).toBe(409);
  expect(checks.body.error.message).toContain(
    'Checks failed: terraform validate; breaking the glass does not override',
  );
  const root: PlanRoot = {
    path: 'terraform/live/prod/services/mailer',
    environment: 'prod',
    error: 'no credentials',
    changes: [],
  };
  const broken = await test.open('prod', [root]);
  const plan = await breakGlass('sam', broken.number);
  expect(plan.status).toBe(409);
  expect(plan.body.error.message).toContain('could not be planned');
});

it("does not override GitHub's own protection, and says so in the timeline", async () => {
  await test.host.requireReviews(1);
  try {
    const { number } = await test.open();
    const refused = await breakGlass('sam', number);
    expect(refused.status).toBe(409);
    expect(refused.body.error.message).toContain('approving review');
    const { rest } = await test.host.as('pat');
    const { data } = await rest.pulls.get({ ...repo, pull_number: number });
    expect(data.merged).toBe(false);
    const path = `/pull-requests/${number}/timeline`;
    const { body } = await test.portal.get('pat', path);
    expect(body.events).toContainEqual(
      expect.objectContaining({ kind: 'break_glass', outcome: 'failure' }),
    );
    expect(alarms()).toEqual([]);
  } finally {
    await test.host.requireReviews(0);
  }
});

it('does not exist where config does not switch it on', async () => {
  const plain = await ApprovalTest.start();
  try {
    const { number } = await plain.open();
    expect((await plain.read(number, 'sam')).viewer.breakGlass).toBeUndefined();
    const seen = await plain.seen(number);
    const command = { ...seen, reason: REASON, confirm: String(number) };
    const refused = await plain.decide('sam', number, 'break-glass', command);
    expect(refused.status).toBe(403);
  } finally {
    await plain.stop();
  }
});
