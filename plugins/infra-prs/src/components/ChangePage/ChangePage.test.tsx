import { ConflictError } from '@backstage/errors';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail, viewer } from '../../__testUtils__/changes';
import { findingsOf } from '../../__testUtils__/findings';
import { renderChanges } from '../../__testUtils__/renderChanges';

const seen = () => {
  const { headSha, planDigest } = detail();
  return { headSha, planDigest };
};

const approved = detail({
  blockers: [],
  approvals: [
    {
      reviewId: 1,
      login: 'pat',
      submittedAt: '2026-01-01T00:00:00Z',
      valid: true,
    },
  ],
  viewer: viewer({ canMerge: true }),
});

const merged = detail({
  state: 'merged',
  mergedAt: '2026-01-01T00:00:00Z',
  blockers: [],
  apply: { state: 'running', mergeCommitSha: 'b'.repeat(40) },
});

describe('ChangePage', () => {
  it('tells the requester why they cannot approve, and what is missing', async () => {
    renderChanges('/infra-prs/7', {
      get: async () =>
        detail({
          viewer: viewer({
            whyNotApprove:
              'You asked for this change; someone else has to approve it',
            whyNotMerge: 'Production needs 1 more approval, from platform',
          }),
        }),
    });
    const approve = await screen.findByRole('button', { name: 'Approve' });
    expect(approve).toBeDisabled();
    expect(approve).toHaveAccessibleDescription(
      'You asked for this change; someone else has to approve it',
    );
    expect(screen.getByRole('button', { name: 'Merge' })).toBeDisabled();
    const missing = screen.getByRole('list', { name: 'What is missing' });
    expect(missing).toHaveTextContent('Production needs 1 more approval');
    expect(missing).toHaveTextContent('A member of platform for Production');
  });

  it('shows the plan with what could be lost, the diff, checks and void approvals', async () => {
    renderChanges('/infra-prs/7', { get: async () => detail() });
    const open = async (name: RegExp) =>
      userEvent.click(await screen.findByRole('tab', { name }));
    expect(
      await screen.findByRole('list', { name: 'Approvals' }),
    ).toHaveTextContent('New commits were pushed after it');

    await open(/^Plan/);
    const plan = await screen.findByRole('region', { name: 'Plan' });
    expect(plan).toHaveTextContent('Messages still in the queue are lost');
    await userEvent.click(
      within(plan).getByText('module.q.aws_sqs_queue.this'),
    );
    const attributes = await within(plan).findByRole('table');
    expect(attributes).toHaveTextContent('fifo_queuefalsetrue');
    expect(attributes).toHaveTextContent('(known after apply)');

    await open(/^Files/);
    const files = await screen.findByRole('region', { name: 'Files (2)' });
    expect(files).toHaveTextContent('module "queue" {');

    await open(/^Checks/);
    expect(
      await screen.findByRole('link', { name: /slipway\/plan/ }),
    ).toHaveAttribute('href', 'http://github.test/check/1');
  });

  it('counts in its head what there is to look at, each a link to its tab', async () => {
    const finding = { tool: 'Trivy', rule: 'A', message: 'Open to all' };
    renderChanges('/infra-prs/7', {
      get: async () => detail({ unresolved: 2 }),
      getFindings: async () =>
        findingsOf([
          { ...finding, severity: 'medium', isNew: true },
          { ...finding, rule: 'B', severity: 'critical', isNew: false },
        ]),
    });
    const counts = await screen.findByRole('list', { name: 'What to look at' });
    await within(counts).findByText('1 finding, worst medium');
    const links = within(counts).getAllByRole('link');
    expect(
      links.map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['1 risk, worst critical', '/infra-prs/7/plan'],
      ['1 finding, worst medium', '/infra-prs/7/checks'],
      ['2 open conversations', '/infra-prs/7/conversation'],
    ]);
  });

  it('lets a reviewer approve with their own token, then merge, and shows the apply', async () => {
    let current = detail();
    const approve = jest.fn(async () => {
      current = approved;
      return current;
    });
    const merge = jest.fn(async () => {
      current = merged;
      return current;
    });
    renderChanges('/infra-prs/7', { get: async () => current, approve, merge });
    await userEvent.type(
      await screen.findByLabelText('Comment'),
      ' Looks right ',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
    expect(approve).toHaveBeenCalledWith(
      7,
      { ...seen(), comment: 'Looks right' },
      'token-of-pat',
    );
    expect(
      await screen.findByText('Nothing is missing: it can be merged.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Merge' }));
    expect(merge).toHaveBeenCalledWith(7, seen(), 'token-of-pat');
    expect(await screen.findByText('Applying…')).toBeInTheDocument();
    const next = screen.getByRole('region', { name: 'What became of it' });
    expect(
      within(next).getByRole('link', { name: 'order-mailer' }),
    ).toHaveAttribute('href', expect.stringContaining('order-mailer'));
  });

  it('shows in place why a decision was refused', async () => {
    renderChanges('/infra-prs/7', {
      get: async () => detail(),
      approve: async () => {
        throw new ConflictError('New commits were pushed since you looked');
      },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Approve' }),
    );
    expect(
      await screen.findByText('New commits were pushed since you looked'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Approve' })).toBeEnabled();
  });

  it('opens the section that the link names, and the overview for none', async () => {
    const { unmount } = renderChanges('/infra-prs/7/history', {
      get: async () => detail(),
    });
    expect(
      await screen.findByRole('tabpanel', { name: 'History' }),
    ).toHaveTextContent('Add order-mailer');
    expect(screen.getByRole('tab', { name: 'Plan' })).toHaveAttribute(
      'href',
      '/infra-prs/7/plan',
    );
    unmount();
    renderChanges('/infra-prs/7/nothing', { get: async () => detail() });
    expect(
      await screen.findByRole('tabpanel', { name: 'Overview' }),
    ).toBeInTheDocument();
  });

  it('knows that there is no change of that name', async () => {
    renderChanges('/infra-prs/abc', {});
    expect(
      await screen.findByText(/There is no such change/),
    ).toBeInTheDocument();
  });
});
