import { PlanResourceChange, PlanRoot } from '@slipway/plugin-infra-prs-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail, planOf } from '../../__testUtils__/changes';
import { renderChanges } from '../../__testUtils__/renderChanges';

const change = (
  address: string,
  action: PlanResourceChange['action'],
  more: Partial<PlanResourceChange> = {},
): PlanResourceChange => ({
  address,
  type: 'aws_sqs_queue',
  action,
  attributes: [],
  ...more,
});

const root: PlanRoot = {
  path: 'terraform/live/prod/services/orders',
  environment: 'prod',
  changes: [
    change('aws_sqs_queue.added', 'create'),
    change('aws_sqs_queue.renamed', 'replace', {
      reason: 'It cannot be changed in place: name',
      attributes: [
        { path: 'name', before: 'a', after: 'b', replaces: true },
        { path: 'policy', sensitive: true },
        { path: 'arn', before: 'x', unknown: true },
      ],
      omittedAttributes: 3,
    }),
    change('aws_sqs_queue.new', 'no-op', {
      previousAddress: 'aws_sqs_queue.old',
    }),
    change('data.aws_region.r', 'read'),
  ],
  drift: [
    change('aws_sqs_queue.touched', 'update', {
      attributes: [{ path: 'delay_seconds', before: '0', after: '9' }],
    }),
  ],
  risks: [
    {
      rule: 'queue-renamed',
      severity: 'high',
      address: 'aws_sqs_queue.renamed',
      path: 'name',
      message: 'It is renamed from a to b',
      why: 'Whoever sends by the old name fails.',
      fix: 'Add the new one beside it.',
    },
  ],
  cost: {
    currency: 'USD',
    asOf: '2025-05-01',
    note: 'Not verified since.',
    before: { low: 1, high: 2 },
    after: { low: 1.4, high: 42 },
    delta: { low: 0.4, high: 40 },
    items: [
      {
        item: 'Queue added',
        resource: 'aws_sqs_queue.added',
        assumes: '1 to 100 million requests',
        low: 0.4,
        high: 40,
      },
    ],
    notEstimated: ['Data transfer'],
  },
  omitted: { create: 1200, update: 0, replace: 0, delete: 3, other: 0 },
};

const failed: PlanRoot = {
  path: 'terraform/live/dev/services/orders',
  environment: 'dev',
  error: 'main.tf:2: Unsupported argument',
  changes: [],
};

async function show(roots: PlanRoot[], query = '') {
  renderChanges(`/infra-prs/7/plan${query}`, {
    get: async () => detail(),
    getPlan: async () => planOf({ roots }),
  });
  const panel = within(await screen.findByRole('region', { name: 'Plan' }));
  await panel.findAllByText(roots[0].path);
  return panel;
}

// Rendering a whole portal takes its time on a busy machine.
jest.setTimeout(60_000);

describe('the plan of a change', () => {
  it('says what is at stake first, then costs, changes, what is left out, and drift apart', async () => {
    const plan = await show([root, failed]);
    const risks = plan.getByRole('list', { name: 'Risks' });
    expect(risks).toHaveTextContent(
      'HighIt is renamed from a to b.in aws_sqs_queue.renamedWhoever sends by the old name fails. Add the new one beside it.',
    );
    const changes = plan.getByRole('list', { name: `Changes of ${root.path}` });
    expect(
      within(changes)
        .getAllByRole('button')
        .map(button => button.textContent),
    ).toEqual([
      '± replace aws_sqs_queue.renamed It cannot be changed in place: name. High',
      '+ add aws_sqs_queue.added ',
      '→ move aws_sqs_queue.new Moved from aws_sqs_queue.old. ',
    ]);
    const costs = plan.getByRole('table', { name: 'Cost by environment' });
    expect(
      within(costs)
        .getAllByRole('row')
        .map(({ textContent }) => textContent),
    ).toEqual([
      'Cost a monthBeforeAfterDifference',
      'prod$1.00 to $2.00$1.40 to $42.00$0.40 to $40.00 more a month',
      'devNo price is known',
      'Total$1.00 to $2.00$1.40 to $42.00$0.40 to $40.00 more a month (1 without a price)',
    ]);
    await userEvent.click(
      plan.getByRole('button', { name: 'How it is made up' }),
    );
    expect(
      plan.getByRole('table', { name: 'Cost by resource' }),
    ).toHaveTextContent('Queue added+$0.40+$40.00');
    expect(
      plan.getByText(/Not listed: 1200 to add, 3 to destroy/),
    ).toBeInTheDocument();
    expect(
      plan.getByText('main.tf:2: Unsupported argument'),
    ).toBeInTheDocument();

    expect(plan.queryByText('aws_sqs_queue.touched')).not.toBeInTheDocument();
    await userEvent.click(
      plan.getByRole('button', { name: '1 changed outside of Terraform' }),
    );
    expect(plan.getByText('aws_sqs_queue.touched')).toBeInTheDocument();
  });

  it('keeps what somebody reads when the change moves on, and says so', async () => {
    const next = `sha256:${'2'.repeat(64)}`;
    const { plan, planDigest } = detail();
    if (!plan) throw new Error('The fixture has a plan');
    let now = detail();
    const getPlan = jest.fn(async (_: number, digest: string) =>
      planOf({ digest, roots: digest === next ? [failed] : [root] }),
    );
    renderChanges('/infra-prs/7/plan', { get: async () => now, getPlan });
    const panel = within(await screen.findByRole('region', { name: 'Plan' }));
    await panel.findByText(root.path);

    now = detail({ plan: undefined, planDigest: undefined });
    expect(
      await panel.findByText(/its new plan is not there yet/, undefined, {
        timeout: 12_000,
      }),
    ).toBeInTheDocument();
    expect(panel.getByText(root.path)).toBeInTheDocument();

    now = detail({ plan: { ...plan, digest: next }, planDigest: next });
    await userEvent.click(
      await panel.findByRole(
        'button',
        { name: 'Show the new plan' },
        {
          timeout: 12_000,
        },
      ),
    );
    expect(await panel.findByText(failed.path)).toBeInTheDocument();
    expect(getPlan.mock.calls.map(([, digest]) => digest)).toEqual([
      planDigest,
      next,
    ]);
  });

  it('marks what is secret, unknown, and forces a replace', async () => {
    const plan = await show([root]);
    await userEvent.click(
      plan.getByRole('button', { name: /± replace ?aws_sqs_queue.renamed/ }),
    );
    const rows = within(plan.getByRole('table', { name: 'Attributes' }))
      .getAllByRole('row')
      .map(row => row.textContent);
    expect(rows).toEqual([
      'AttributeBeforeAfter',
      'nameforces a replaceab',
      'policy(sensitive)(sensitive)',
      'arnx(known after apply)',
    ]);
    expect(
      plan.getByText(/3 more differences are not in the report/),
    ).toBeInTheDocument();
  });

  it('is filtered by the URL, by words, kind and risk', async () => {
    const plan = await show([root], '?action=create,move&find=sqs%20new');
    const listed = () =>
      within(plan.getByRole('list', { name: `Changes of ${root.path}` }))
        .queryAllByRole('button')
        .map(button => /aws_\w+\.\w+/.exec(button.textContent ?? '')?.[0]);
    expect(listed()).toEqual(['aws_sqs_queue.new']);
    await userEvent.clear(plan.getByLabelText('Find a resource'));
    await waitFor(() =>
      expect(listed()).toEqual(['aws_sqs_queue.added', 'aws_sqs_queue.new']),
    );
    await userEvent.click(plan.getByRole('button', { name: 'add 1' }));
    await userEvent.click(plan.getByRole('button', { name: 'move 1' }));
    await userEvent.click(plan.getByRole('button', { name: 'High risk' }));
    expect(listed()).toEqual(['aws_sqs_queue.renamed']);
    await userEvent.click(plan.getByRole('button', { name: 'All' }));
    await userEvent.click(
      plan.getByRole('button', { name: 'in aws_sqs_queue.renamed' }),
    );
    expect(plan.getByLabelText('Find a resource')).toHaveValue(
      'aws_sqs_queue.renamed',
    );
    expect(listed()).toEqual(['aws_sqs_queue.renamed']);
  });

  it('keeps 2,000 changes quick: only what is in sight is there', async () => {
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
    jest
      .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
      .mockReturnValue(40);
    const many = Array.from({ length: 2_000 }, (_, n) =>
      change(`aws_sqs_queue.q["${n}"]`, 'create'),
    );
    const plan = await show([{ ...root, changes: many, risks: [] }]);
    const list = plan.getByRole('list', { name: `Changes of ${root.path}` });
    const items = await within(list).findAllByRole('listitem');
    expect(items.length).toBeLessThan(60);
    expect(items[0]).toHaveAttribute('aria-setsize', '2000');
    await userEvent.click(plan.getByLabelText('Find a resource'));
    await userEvent.paste('"1999"');
    expect(
      await plan.findByText('aws_sqs_queue.q["1999"]'),
    ).toBeInTheDocument();
    jest.restoreAllMocks();
  });
});
