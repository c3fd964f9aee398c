import {
  ChangeFinding,
  ChangeFindings,
} from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { detail } from '../../../__testUtils__/changes';
import { findingsOf } from '../../../__testUtils__/findings';
import { renderChanges } from '../../../__testUtils__/renderChanges';

/** The page loads its parts one by one, on a busy machine too. */
const SOON = { timeout: 10_000 };
jest.setTimeout(60_000);

const finding = (
  rule: string,
  more: Partial<ChangeFinding> = {},
): ChangeFinding => ({
  tool: 'Trivy',
  rule,
  severity: 'medium',
  message: `Says ${rule}`,
  ...more,
});

const show = (getFindings: () => Promise<ChangeFindings>, search = '') =>
  renderChanges(`/infra-prs/7/checks${search}`, {
    get: async () => detail(),
    getFindings,
  });
const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }, SOON));

const three = findingsOf([
  finding('BAD', {
    severity: 'critical',
    path: 'main.tf',
    line: 3,
    isNew: true,
    help: 'Because it is',
    helpUri: 'https://avd.test/bad',
  }),
  finding('MAYBE'),
  finding('OLD', { path: 'old.tf', line: 1, isNew: false }),
]);

describe('FindingsPanel', () => {
  it('groups by severity what the change brings, and links to the line', async () => {
    show(async () => three);
    const region = await panel('Findings (2)');
    const critical = within(
      region.getByRole('list', { name: 'Findings, critical' }),
    );
    expect(critical.getByText('Because it is')).toBeInTheDocument();
    expect(critical.getByText('new')).toBeInTheDocument();
    expect(critical.getByRole('link', { name: 'main.tf:3' })).toHaveAttribute(
      'href',
      '/infra-prs/7/files#file=main.tf&line=3',
    );
    expect(critical.getByRole('link', { name: 'Trivy: BAD' })).toHaveAttribute(
      'href',
      'https://avd.test/bad',
    );
    expect(region.queryByText('Says OLD')).toBeNull();
    await userEvent.click(region.getByRole('button', { name: 'All (3)' }));
    expect(await region.findByText('Says OLD')).toBeInTheDocument();
    expect(region.queryByRole('link', { name: 'old.tf:1' })).toBeNull();
  });

  it('says that nothing was found, or only what was there before', async () => {
    show(async () => findingsOf([]));
    expect(
      (await panel('Findings (0)')).getByText('Nothing was found.'),
    ).toBeInTheDocument();
  });

  it('says what is missing', async () => {
    show(async () =>
      findingsOf([finding('OLD', { isNew: false })], {
        codeScanning: 'unreadable',
        problem: 'GitHub answered with 502',
        omitted: 4,
      }),
    );
    const region = await panel('Findings (0)');
    expect(region.getByText(/502/)).toBeInTheDocument();
    expect(region.getByText(/^4 more are not listed/)).toBeInTheDocument();
    expect(region.getByText(/there were some before/)).toBeInTheDocument();
  });

  it('stays quick with hundreds', async () => {
    const many = Array.from({ length: 500 }, (_, n) => finding(`R${n}`));
    show(async () => findingsOf(many));
    const region = await panel('Findings (500)');
    expect(region.queryAllByRole('listitem').length).toBeLessThan(60);
  });
});
