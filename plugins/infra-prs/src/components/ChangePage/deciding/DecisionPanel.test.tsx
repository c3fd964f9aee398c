import { usePermission } from '@backstage/plugin-permission-react';
import { ConflictError } from '@backstage/errors';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InfraPrsApi } from '../../../api/InfraPrsApi';
import { detail, viewer } from '../../../__testUtils__/changes';
import { renderChanges } from '../../../__testUtils__/renderChanges';

jest.setTimeout(30_000);
// The real one remembers its answers from one test to the next.
jest.mock('@backstage/plugin-permission-react', () => ({
  ...jest.requireActual('@backstage/plugin-permission-react'),
  usePermission: jest.fn(() => ({ loading: false, allowed: true })),
}));
// What is typed is kept for the tab of the browser.
afterEach(() => sessionStorage.clear());

const HEAD = 'a'.repeat(40);
const DIGEST = `sha256:${'1'.repeat(64)}`;

/** A page whose decisions succeed, and what they were. */
function renderDecisions(
  over: Partial<ChangeRequestDetail> = {},
  decide: InfraPrsApi['decide'] = async () => detail(over),
) {
  const spy = jest.fn(decide);
  renderChanges('/infra-prs/7', { get: async () => detail(over), decide: spy });
  return spy;
}

async function openMenu() {
  await userEvent.click(
    await screen.findByRole(
      'button',
      { name: 'More decisions' },
      { timeout: 10_000 },
    ),
  );
  return screen.findByRole('menu', { name: 'More decisions' });
}

async function choose(name: string) {
  const menu = await openMenu();
  await userEvent.click(within(menu).getByRole('menuitem', { name }));
}

const type = async (label: string, text: string) =>
  userEvent.type(await screen.findByLabelText(label, { exact: false }), text);

describe('what there is beside approving and merging', () => {
  it('comments and asks for changes with what is typed, as the person', async () => {
    const decide = renderDecisions();
    const menu = await openMenu();
    const off = within(menu).getByRole('menuitem', { name: /Comment/ });
    expect(off).toHaveAttribute('aria-disabled', 'true');
    expect(off).toHaveTextContent('Write a comment first');
    await userEvent.click(off);
    expect(decide).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await type('Comment', ' Too big ');
    await choose('Request changes');
    const command = { headSha: HEAD, comment: 'Too big' };
    const decision = { verb: 'request-changes', command };
    expect(decide).toHaveBeenCalledWith(7, decision, 'token-of-pat');
    expect(
      await screen.findByText('You asked for changes, on GitHub.'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Comment')).toHaveValue('');
  });

  it('keeps what was typed when the change moved meanwhile', async () => {
    renderDecisions({}, async () => {
      throw new ConflictError('The plan changed since you looked at it');
    });
    await type('Comment', 'Too big');
    await choose('Request changes');
    expect(
      await screen.findByText('The plan changed since you looked at it'),
    ).toBeInTheDocument();
    expect(screen.getByLabelText('Comment')).toHaveValue('Too big');
  });

  it('withdraws only with a reason', async () => {
    const own = viewer({ isRequester: true });
    const decide = renderDecisions({ viewer: own });
    await choose('Withdraw…');
    const dialog = await screen.findByRole('dialog', { name: 'Withdraw #7' });
    const confirm = within(dialog).getByRole('button', { name: 'Withdraw it' });
    expect(confirm).toBeDisabled();
    expect(confirm).toHaveAccessibleDescription('Say why first');
    await userEvent.type(within(dialog).getByLabelText(/Reason/), 'Not needed');
    await userEvent.click(confirm);
    const decision = { verb: 'close', command: { reason: 'Not needed' } };
    expect(decide).toHaveBeenCalledWith(7, decision, 'token-of-pat');
    expect(await screen.findByText('It is closed.')).toBeInTheDocument();
  });

  it('opens again what is closed', async () => {
    const decide = renderDecisions({
      state: 'closed',
      blockers: [],
      viewer: viewer({ whyNotReopen: undefined }),
    });
    await choose('Open it again');
    const decision = { verb: 'reopen', command: {} };
    expect(decide).toHaveBeenCalledWith(7, decision, 'token-of-pat');
    expect(
      screen.queryByRole('button', { name: 'Approve' }),
    ).not.toBeInTheDocument();
  });
});

describe('what merges by itself', () => {
  it('says why auto-merge cannot be had, and switches off what is on', async () => {
    const off = renderDecisions();
    const item = within(await openMenu()).getByRole('menuitem', {
      name: /Merge once nothing is missing/,
    });
    expect(item).toHaveTextContent('The repository does not allow auto-merge');
    await userEvent.click(item);
    expect(off).not.toHaveBeenCalled();
  });

  it('binds auto-merge to what is on the screen', async () => {
    const decide = renderDecisions({ merging: { way: 'merge' } });
    await choose('Merge once nothing is missing');
    const command = { enabled: true, headSha: HEAD, planDigest: DIGEST };
    const decision = { verb: 'auto-merge', command };
    expect(decide).toHaveBeenCalledWith(7, decision, 'token-of-pat');
  });

  it('shows who switched it on', async () => {
    const autoMerge = { login: 'pat', method: 'merge' };
    renderDecisions({ merging: { way: 'merge', autoMerge } });
    expect(
      await screen.findByText(/pat has switched auto-merge on/),
    ).toBeInTheDocument();
    const menu = await openMenu();
    expect(menu).toHaveTextContent('Switch auto-merge off');
  });

  it('adds to the merge queue, and says where it is in it', async () => {
    const queue = { position: 2, state: 'QUEUED' };
    renderDecisions({
      blockers: [],
      viewer: viewer({ canMerge: true }),
      merging: { way: 'queue', queue },
    });
    expect(
      await screen.findByText(/number 2 in the merge queue/),
    ).toBeInTheDocument();
    const button = screen.getByRole('button', {
      name: 'Add to the merge queue',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('It is in the merge queue');
  });
});

describe('breaking the glass', () => {
  const breakGlass = { overrides: ['Production needs 1 more approval'] };

  it('is not there for who may not', async () => {
    renderDecisions();
    expect(await openMenu()).not.toHaveTextContent('Break the glass');
  });

  it('takes a reason and the number of the change', async () => {
    const decide = renderDecisions({ viewer: viewer({ breakGlass }) });
    await choose('Break the glass…');
    const dialog = await screen.findByRole('dialog', {
      name: 'Merge #7 past the rules',
    });
    expect(dialog).toHaveTextContent('Production needs 1 more approval');
    const confirm = within(dialog).getByRole('button', {
      name: 'Break the glass and merge',
    });
    const reason = 'Orders are down, nobody of platform answers';
    await userEvent.type(
      within(dialog).getByLabelText(/Why it cannot wait/),
      reason,
    );
    expect(confirm).toHaveAccessibleDescription(
      'Type the number of the change, 7',
    );
    await userEvent.type(
      within(dialog).getByLabelText(/Number of the change/),
      '#7',
    );
    await userEvent.click(confirm);
    const command = {
      headSha: HEAD,
      planDigest: DIGEST,
      reason,
      confirm: '7',
    };
    const decision = { verb: 'break-glass', command };
    expect(decide).toHaveBeenCalledWith(7, decision, 'token-of-pat');
  });
});

it('shows what each environment asks for, and what GitHub does', async () => {
  renderDecisions({
    hostRules: {
      branch: 'main',
      rules: ['1 approving review by people with write access'],
      unknown: 'Slipway may not read the classic protection of this branch',
      codeOwners: {
        required: true,
        path: '.github/CODEOWNERS',
        needs: [
          { owners: ['@acme/security'], paths: ['a.tf', 'b.tf', 'c', 'd'] },
          { owners: ['@pat'], paths: ['e.tf'], approvedBy: 'pat' },
        ],
      },
    },
  });
  const needs = await screen.findByRole('list', {
    name: 'Approvals by environment',
  });
  expect(needs).toHaveTextContent('0 of 1 given');
  expect(needs).toHaveTextContent(
    'Production needs 1 more approval, from platform',
  );
  expect(needs).toHaveTextContent('Who can: platform');
  const host = screen.getByRole('region', {
    name: 'What GitHub asks for on main',
  });
  expect(host).toHaveTextContent('1 approving review');
  expect(host).toHaveTextContent('may not read the classic protection');
  const owners = within(host).getByRole('list', { name: 'Code owners' });
  expect(owners).toHaveTextContent(
    'Not yet@acme/securitya.tf, b.tf, c and 1 more',
  );
  expect(owners).toHaveTextContent('pat approved@pate.tf');
});

describe('who may not by the permissions of Backstage', () => {
  const permission = jest.mocked(usePermission);
  const given = permission.getMockImplementation();
  afterEach(() => {
    if (given) permission.mockImplementation(given);
  });

  it.each([
    ['denied', { loading: false, allowed: false }, /You may not: it takes/],
    ['not known yet', { loading: true, allowed: false }, /is being asked/],
  ] as const)('finds every control closed: %s', async (_, answer, words) => {
    permission.mockReturnValue(answer);
    const decide = renderDecisions({
      blockers: [],
      merging: { way: 'merge' },
      viewer: viewer({
        canApprove: true,
        whyNotApprove: undefined,
        canMerge: true,
        breakGlass: { overrides: ['Everything'] },
      }),
    });
    const soon = { timeout: 10_000 };
    for (const name of ['Approve', 'Merge']) {
      const button = await screen.findByRole('button', { name }, soon);
      expect(button).toBeDisabled();
      expect(button).toHaveAccessibleDescription(words);
    }
    const items = within(await openMenu()).getAllByRole('menuitem');
    expect(items.length).toBeGreaterThan(5);
    for (const item of items) {
      expect(item).toHaveAttribute('aria-disabled', 'true');
      expect(item).toHaveTextContent(words);
    }
    expect(decide).not.toHaveBeenCalled();
  });
});

it('shows what a comment will look like, without HTML', async () => {
  renderDecisions();
  await userEvent.click(await screen.findByLabelText('Comment'));
  await userEvent.paste('Is **this** right? <b>no</b>');
  await userEvent.click(screen.getByRole('tab', { name: 'Preview' }));
  const preview = screen.getByRole('region', { name: 'Preview of comment' });
  expect(await within(preview).findByText('this')).toHaveProperty(
    'tagName',
    'STRONG',
  );
  expect(preview.querySelector('b')).toBeNull();
  await userEvent.click(screen.getByRole('tab', { name: 'Write' }));
  expect(screen.getByLabelText('Comment')).toHaveValue(
    'Is **this** right? <b>no</b>',
  );
});
