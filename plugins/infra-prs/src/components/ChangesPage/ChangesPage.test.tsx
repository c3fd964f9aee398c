import { ServiceUnavailableError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { item, listOf } from '../../__testUtils__/changes';
import { giveRoom } from '../../__testUtils__/giveRoom';
import { renderChanges } from '../../__testUtils__/renderChanges';

const nobody = { isRequester: false, canApprove: false };

const mine = item({
  number: 1,
  title: 'Mine',
  owner: 'group:default/orders',
  viewer: {
    isRequester: true,
    canApprove: false,
    whyNotInBulk: { approve: 'You asked for it' },
  },
  stage: 'planned',
  waitsFor: 'A member of platform approves it',
});
const waiting = item({
  number: 2,
  title: 'Waiting',
  owner: 'group:default/platform',
  viewer: {
    isRequester: false,
    canApprove: true,
    task: 'approve',
    whyNotInBulk: { merge: 'It needs an approval' },
  },
  risk: { severity: 'high', message: 'A queue is replaced', count: 2 },
});
const other = item({
  number: 3,
  title: 'Other',
  fromForm: false,
  author: 'sam',
  environments: ['dev'],
  checks: { state: 'failed', passed: 2, failed: 1, pending: 0 },
  totals: undefined,
  viewer: {
    ...nobody,
    whyNotInBulk: { approve: 'It is risky', merge: 'It is risky' },
  },
});
const failed = item({
  number: 4,
  title: 'Broken',
  state: 'merged',
  stage: 'merged',
  lifeState: 'failed',
  viewer: nobody,
});

const open = [mine, waiting, other];
const byState = async ({ state }: { state: string }) =>
  listOf(state === 'open' ? open : [...open, failed]);

async function titles() {
  const table = await screen.findByRole('table', { name: 'Changes' });
  const [, ...rows] = within(table).getAllByRole('row');
  return rows.map(row => within(row).getAllByRole('link')[0].textContent);
}

const press = (name: string | RegExp) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('ChangesPage', () => {
  beforeAll(giveRoom);

  it('opens with what waits for the person, and says what of them', async () => {
    renderChanges('/infra-prs', { list: byState });
    expect(await titles()).toEqual(['Waiting']);
    expect(
      screen.getByRole('button', { name: 'Waiting for me (1)' }),
    ).toHaveAttribute('aria-pressed', 'true');
    const row = screen
      .getByRole('link', { name: 'Waiting' })
      .closest('div.row');
    expect(row).toHaveTextContent('#2');
    expect(row).toHaveTextContent('Your review');
    expect(row).toHaveTextContent('High');
    expect(screen.getByRole('link', { name: 'Waiting' })).toHaveAttribute(
      'href',
      '/infra-prs/2',
    );
  });

  it('opens with what the person asked for where nothing waits for them, and stays there', async () => {
    let items = [mine, other];
    renderChanges('/infra-prs', { list: async () => listOf(items) });
    expect(await titles()).toEqual(['Mine']);
    items = [mine, waiting];
    await press('Everything (2)');
    expect(await titles()).toEqual(['Mine', 'Other']);
  });

  it('shows the stage, whom it waits for, and who opened it on GitHub', async () => {
    renderChanges('/infra-prs?view=all', { list: byState });
    expect(await titles()).toEqual(['Mine', 'Waiting', 'Other']);
    expect(screen.getByText('In review')).toBeInTheDocument();
    expect(
      screen.getByText('A member of platform approves it'),
    ).toBeInTheDocument();
    expect(screen.getByText(/opened on GitHub by sam/)).toBeInTheDocument();
    expect(screen.getByText('1 of 3 failed')).toBeInTheDocument();
    expect(screen.getByText('no plan')).toBeInTheDocument();
  });

  it('narrows by state, environment, risk and words, all of it from the URL', async () => {
    renderChanges('/infra-prs?view=all&risk=medium', { list: byState });
    expect(await titles()).toEqual(['Waiting']);
    await userEvent.clear(screen.getByRole('combobox', { name: 'Risk' }));
    expect(await titles()).toEqual(['Mine', 'Waiting', 'Other']);
    await userEvent.type(screen.getByRole('searchbox'), 'sam #3');
    await waitFor(async () => expect(await titles()).toEqual(['Other']));
    await userEvent.type(screen.getByRole('searchbox'), ' no such thing');
    expect(await screen.findByText('No change matches')).toBeInTheDocument();
    await press('Clear the filters');
    await press('Failed');
    expect(await titles()).toEqual(['Broken']);
    expect(screen.getByText('Apply failed')).toBeInTheDocument();
  });

  it('sorts by a column, the other way, and no more', async () => {
    renderChanges('/infra-prs?view=all', { list: byState });
    await titles();
    await press('Change');
    expect(await titles()).toEqual(['Mine', 'Other', 'Waiting']);
    await press('Change');
    expect(await titles()).toEqual(['Waiting', 'Other', 'Mine']);
    await press('Change');
    expect(await titles()).toEqual(['Mine', 'Waiting', 'Other']);
  });

  it('opens the row in focus with Enter, and moves with the arrows', async () => {
    renderChanges('/infra-prs?view=all', { list: byState });
    await titles();
    const rows = screen.getAllByRole('row').slice(1);
    rows[0].focus();
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(rows[1]).toHaveFocus());
    expect(rows[0]).toHaveAttribute('tabindex', '-1');
  });

  it('selects what can be decided about, and says why the rest cannot', async () => {
    renderChanges('/infra-prs?view=all', { list: byState });
    await titles();
    const box = (name: RegExp) => screen.getByRole('checkbox', { name });
    expect(box(/#3/)).toBeDisabled();
    expect(box(/#3/)).toHaveAccessibleDescription('It is risky');
    await userEvent.click(box(/#1/));
    expect(screen.getByText('1 of 3 changes selected')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve 1…' })).toBeNull();
    // By key, on the row.
    screen.getAllByRole('row')[2].focus();
    await userEvent.keyboard(' ');
    expect(box(/#2/)).toBeChecked();
    expect(box(/Select all 2/)).toBeChecked();
    for (const name of ['Approve 1…', 'Merge 1…']) {
      expect(screen.getByRole('button', { name })).toBeInTheDocument();
    }
    await userEvent.click(box(/Select all 2/));
    expect(screen.getByText('3 changes')).toBeInTheDocument();
  });

  it('keeps what is shown as a view, with whose changes they are', async () => {
    renderChanges('/infra-prs', { list: byState });
    await titles();
    await press('Everything (3)');
    await press('Views');
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Save this view…' }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'All of it');
    await press('Save');
    await press('Waiting for me (1)');
    expect(await titles()).toEqual(['Waiting']);
    await press('Views');
    await userEvent.click(
      await screen.findByRole('menuitem', { name: 'All of it' }),
    );
    expect(await titles()).toEqual(['Mine', 'Waiting', 'Other']);
  });

  it('drops from the selection what filters hide, and says so', async () => {
    renderChanges('/infra-prs?view=all', { list: byState });
    await titles();
    await userEvent.click(screen.getByRole('checkbox', { name: /Select all/ }));
    await userEvent.type(screen.getByRole('searchbox'), 'Mine');
    expect(
      await screen.findByText(/^1 of 1 change selected · 1 no longer selected/),
    ).toBeInTheDocument();
    await userEvent.clear(screen.getByRole('searchbox'));
    await waitFor(async () => expect(await titles()).toHaveLength(3));
    expect(screen.getByRole('checkbox', { name: /#2/ })).not.toBeChecked();
  });

  it.each([
    ['waiting', 'Nothing waits for you'],
    ['mine', 'You have asked for nothing here'],
    ['team', 'No changes of your team'],
    ['all', 'No changes here'],
  ])('says what would fill the view %s', async (view, words) => {
    renderChanges(`/infra-prs?view=${view}`, { list: async () => listOf([]) });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('says when what is shown is old', async () => {
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
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'GitHub did not answer',
    );
  });

  it('says why there is no list', async () => {
    renderChanges('/infra-prs', {
      list: async () => {
        throw new ServiceUnavailableError("GitHub's rate limit is used up");
      },
    });
    expect(
      await screen.findAllByText(/rate limit is used up/, undefined, {
        timeout: 8_000,
      }),
    ).not.toEqual([]);
  }, 15_000);
});
