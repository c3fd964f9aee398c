import { DetailedCheck } from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail } from '../../../__testUtils__/changes';
import { renderChanges } from '../../../__testUtils__/renderChanges';
import { checkLook, durationText } from './checkLook';

jest.setTimeout(60_000);

const failed: DetailedCheck = {
  id: 9,
  name: 'lint',
  status: 'completed',
  conclusion: 'failure',
  url: 'http://ci.test/9',
  summary: '1 problem\n\nIn main.tf',
  startedAt: '2026-01-01T00:00:00Z',
  completedAt: '2026-01-01T00:02:05Z',
  required: true,
  annotations: [
    { path: 'main.tf', line: 3, level: 'failure', message: 'Not formatted' },
  ],
};

describe('the checks of a change', () => {
  it('says what failed, where, and runs it again as the person', async () => {
    const rerunCheck = jest.fn(async () => {});
    renderChanges('/infra-prs/7/checks', {
      get: async () => detail(),
      getChecks: async () => ({
        headSha: detail().headSha,
        checks: [
          { name: 'atlantis/plan', status: 'in_progress', annotations: [] },
          failed,
        ],
      }),
      rerunCheck,
    });
    const list = await screen.findByRole('list', { name: 'Checks' });
    const link = await within(list).findByRole('link', {
      name: 'main.tf, line 3',
    });
    expect(link).toHaveAttribute(
      'href',
      '/infra-prs/7/files#file=main.tf&line=3',
    );
    const [first, second] = list.children;
    expect(first).toHaveTextContent(
      /Failedlint.*needed for a merge · 2 min 5 s/,
    );
    expect(second).toHaveTextContent(/Runningatlantis\/plan.*commit status/);
    expect(first).not.toHaveTextContent('In main.tf');
    await userEvent.click(
      within(list).getByRole('button', { name: 'Show all it says' }),
    );
    expect(first).toHaveTextContent('In main.tf');
    await userEvent.click(
      within(list).getByRole('button', { name: 'Run again' }),
    );
    expect(rerunCheck).toHaveBeenCalledWith(7, 9, 'token-of-pat');
    expect(
      await within(list).findByText('Asked for again, in your name.'),
    ).toBeInTheDocument();
  });

  it('shows what the page knows while the rest cannot be read', async () => {
    renderChanges('/infra-prs/7/checks', { get: async () => detail() });
    const link = await screen.findByRole('link', { name: /slipway\/plan/ });
    expect(link).toHaveAttribute('href', 'http://github.test/check/1');
  });

  it('takes conclusions it does not know for failures', () => {
    const done = { status: 'completed', conclusion: 'constructor' } as const;
    expect(checkLook(done)).toEqual(['error', 'constructor']);
    expect(durationText({ startedAt: 'x', completedAt: 'y' })).toBeUndefined();
  });
});
