import { ServiceUnavailableError } from '@backstage/errors';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { item, listOf } from '../../__testUtils__/changes';
import { renderChanges } from '../../__testUtils__/renderChanges';

const mine = item({
  number: 1,
  title: 'Mine',
  viewer: { isRequester: true, canApprove: false },
});
const waiting = item({
  number: 2,
  title: 'Waiting',
  viewer: { isRequester: false, canApprove: true },
});
const other = item({
  number: 3,
  title: 'Other',
  checks: { state: 'failed', passed: 2, failed: 1, pending: 0 },
  totals: undefined,
});

describe('ChangesPage', () => {
  it('shows what each change is, how it stands and who asked', async () => {
    renderChanges('/infra-prs', {
      list: async () => listOf([mine, waiting, other]),
    });
    const link = await screen.findByRole('link', { name: 'Mine' });
    expect(link).toHaveAttribute('href', '/infra-prs/1');
    const row = link.closest('tr');
    expect(row).toHaveTextContent('#1');
    expect(row).toHaveTextContent('prod');
    expect(row).toHaveTextContent('3 passed');
    expect(row).toHaveTextContent('+1±1');
    expect(screen.getByText('1 of 3 failed')).toBeInTheDocument();
    expect(screen.getByText('no plan')).toBeInTheDocument();
    expect(screen.getByText(/waiting for your approval/)).toBeInTheDocument();
  });

  it('filters by state on the server and by person, and reads both from the URL', async () => {
    const list = jest.fn(async () => listOf([mine, waiting, other]));
    renderChanges('/infra-prs?state=all&show=waiting', { list });
    expect(await screen.findByText('Waiting')).toBeInTheDocument();
    expect(screen.queryByText('Other')).not.toBeInTheDocument();
    expect(list).toHaveBeenCalledWith({ state: 'all' }, expect.anything());
    await userEvent.click(screen.getByRole('button', { name: 'Mine' }));
    expect(
      await screen.findByRole('link', { name: 'Mine' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Waiting')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Merged' }));
    await waitFor(() =>
      expect(list).toHaveBeenCalledWith({ state: 'merged' }, expect.anything()),
    );
  });

  it('says when there is nothing, and when what is shown is old', async () => {
    renderChanges('/infra-prs', {
      list: async () =>
        listOf([], {
          source: {
            state: 'stale',
            source: { upstream: 'github', target: 'open changes' },
            message: 'GitHub did not answer',
            asOf: '2026-01-01T00:00:00Z',
          },
        }),
    });
    expect(await screen.findByText('No changes here')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'GitHub did not answer',
    );
  });

  it('says why there is no list', async () => {
    renderChanges('/infra-prs', {
      list: async () => {
        throw new ServiceUnavailableError("GitHub's rate limit is used up");
      },
    });
    expect(await screen.findAllByText(/rate limit is used up/)).not.toEqual([]);
  });
});
