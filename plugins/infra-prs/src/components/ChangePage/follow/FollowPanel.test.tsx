import { ConflictError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail } from '../../../__testUtils__/changes';
import {
  appliedRoot,
  failedLife,
  followOf,
} from '../../../__testUtils__/follow';
import { renderChanges } from '../../../__testUtils__/renderChanges';

const apply = {
  state: 'failed' as const,
  mergeCommitSha: 'b'.repeat(40),
  roots: [
    appliedRoot(),
    appliedRoot({
      path: 'terraform/live/prod/services/order-mailer',
      environment: 'prod',
      state: 'failed',
      error: 'LimitExceeded <img src=x>',
    }),
  ],
};
const failed = detail({
  state: 'merged',
  mergedAt: '2026-01-01T02:03:00Z',
  blockers: [],
  life: failedLife,
  apply,
});

describe('what became of a change', () => {
  it('is told stage by stage, root by root, with what to do', async () => {
    renderChanges('/infra-prs/7', { get: async () => failed });
    const steps = await screen.findByRole('list', {
      name: 'Stages of the change',
    });
    const items = within(steps).getAllByRole('listitem');
    expect(items.map(item => item.textContent)).toEqual([
      'Requested, done5 s',
      'Opened, done1 min 30 s',
      'Checked, done1 min 30 s',
      'Planned, done2 h',
      'Approved, skippedskipped',
      'Merged, failed1 min',
      'Applied, not reached',
      'Live, not reached',
    ]);
    expect(items[5]).toHaveAttribute('aria-current', 'step');
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Apply it again, or revert it',
    );
    const roots = screen.getByRole('list', { name: 'Terraform roots' });
    expect(roots).toHaveTextContent(
      '4 added, 0 changed, 0 destroyed, took 1 min 30 s',
    );
    expect(roots).toHaveTextContent('LimitExceeded <img src=x>');
  });

  it('tells where it runs and what was made, with links', async () => {
    renderChanges('/infra-prs/7', {
      get: async () => failed,
      getFollow: async () =>
        followOf({
          rollouts: [
            {
              environment: 'dev',
              platform: 'argocd',
              name: 'mailer-dev',
              entityRef: 'component:default/mailer',
              state: 'live',
              text: 'Synced at abc1234 and healthy',
              consoleUrl: 'https://argo.test/mailer',
            },
            {
              environment: 'prod',
              state: 'unknown',
              text: 'The deployments plugin answered with 503',
              fix: 'Try again in a minute',
            },
          ],
          created: [
            {
              environment: 'dev',
              type: 'aws_sqs_queue',
              name: 'dev-mails',
              entityRef: 'resource:default/dev-mails',
            },
          ],
          revertedBy: { number: 9, title: 'Revert it', state: 'open' },
        }),
    });
    const rollouts = await screen.findByRole('list', { name: 'Rollouts' });
    expect(rollouts).toHaveTextContent(
      'Argo CD mailer-dev: Synced at abc1234 and healthy',
    );
    expect(rollouts).toHaveTextContent('Try again in a minute');
    expect(
      within(rollouts).getByRole('link', { name: 'Deployments of mailer' }),
    ).toHaveAttribute('href', '/catalog/default/component/mailer/deployments');
    const created = screen.getByRole('list', { name: 'Created resources' });
    expect(created).toHaveTextContent('Queue dev-mails created');
    expect(within(created).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/resource/dev-mails',
    );
    expect(screen.getByRole('link', { name: '#9 Revert it' })).toHaveAttribute(
      'href',
      '/infra-prs/9',
    );
    expect(screen.queryByRole('button', { name: 'Retry apply' })).toBeNull();
  });

  it('keeps the page when what runs cannot be read', async () => {
    renderChanges('/infra-prs/7', {
      get: async () => failed,
      getFollow: async () => {
        throw new Error('Down');
      },
    });
    expect(
      await screen.findByText(
        /Where it runs could not be read/,
        {},
        { timeout: 5_000 },
      ),
    ).toBeInTheDocument();
    expect(screen.getAllByText(/took 1 min 30 s/)).toHaveLength(2);
  });

  it('applies again as the person, and says when that is refused', async () => {
    const retry = jest
      .fn()
      .mockRejectedValueOnce(new ConflictError('It is being applied'))
      .mockResolvedValue(followOf());
    const viewer = { canRetry: true, canRevert: false };
    renderChanges('/infra-prs/7', {
      get: async () => failed,
      getFollow: async () => followOf({ viewer }),
      retry,
    });
    const button = { name: 'Retry apply' };
    await userEvent.click(await screen.findByRole('button', button));
    expect(await screen.findByText('It is being applied')).toBeInTheDocument();
    await userEvent.click(await screen.findByRole('button', button));
    expect(await screen.findByText(/The runner applies it/)).toBeVisible();
    expect(retry).toHaveBeenCalledWith(7, 'token-of-pat');
  });

  it('reverts only after saying what that does, and goes to the revert', async () => {
    const revert = jest.fn(async () => ({
      number: 9,
      title: 'Revert "Add order-mailer"',
      state: 'open' as const,
    }));
    const get = jest.fn(async (number: number) => ({ ...failed, number }));
    const viewer = { canRetry: false, canRevert: true };
    renderChanges('/infra-prs/7', {
      get,
      getFollow: async () => followOf({ viewer }),
      revert,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Revert…' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Revert change 7?',
    });
    expect(dialog).toHaveTextContent('somebody else has to approve it');
    expect(revert).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Open the revert' }),
    );
    await waitFor(() => expect(get).toHaveBeenCalledWith(9, expect.anything()));
    expect(revert).toHaveBeenCalledWith(7, 'token-of-pat');
  });
});
