import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { doraFigures, FiguredChange } from '@slipway/plugin-infra-prs-common';
import { renderChanges } from '../../__testUtils__/renderChanges';
import { figureGroups } from './figureGroups';
import { figuresCsv } from './figureTexts';

const change = (over: Partial<FiguredChange> = {}): FiguredChange => ({
  number: 1,
  team: 'group:default/orders',
  environments: ['dev'],
  state: 'done',
  requestedAt: '2026-01-05T00:00:00Z',
  plannedAt: '2026-01-05T00:10:00Z',
  approvedAt: '2026-01-05T01:10:00Z',
  mergedAt: '2026-01-05T02:00:00Z',
  liveAt: '2026-01-05T03:00:00Z',
  ...over,
});
const answerOf = (changes: readonly FiguredChange[]) =>
  doraFigures(changes, {
    from: Date.parse('2026-01-01T00:00:00Z'),
    to: Date.parse('2026-01-31T00:00:00Z'),
    failureDays: 7,
  });

describe('FiguresPage', () => {
  it('tells figures with what they are of, as charts and tables', async () => {
    const getFigures = jest.fn(async () =>
      answerOf([change(), change({ team: undefined, state: 'failed' })]),
    );
    renderChanges('/infra-prs/figures', { getFigures });
    const teams = await screen.findByRole('table', { name: 'Figures by team' });
    expect(teams).toHaveTextContent(
      '3 h (1 change: too few for a percentile, which takes 10)',
    );
    expect(teams).toHaveTextContent('100 % (1 of 1)');
    expect(teams).toHaveTextContent('No team');
    expect(screen.getByText('50 % (1 of 2)')).toBeInTheDocument();
    const weeks = screen.getByRole('table', { name: 'Figures by week' });
    expect(within(weeks).getAllByRole('row')).toHaveLength(6);
    await userEvent.click(screen.getByRole('button', { name: '90 days' }));
    expect(getFigures).toHaveBeenLastCalledWith(
      expect.objectContaining({ days: 90, failureDays: 7 }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Environment' }));
    expect(
      screen.getByRole('table', { name: 'Figures by environment' }),
    ).toHaveTextContent('dev');
    await userEvent.click(screen.getByRole('button', { name: 'Template' }));
    expect(screen.getByText('No form: opened on GitHub')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '1 day' }));
    expect(getFigures).toHaveBeenLastCalledWith(
      expect.objectContaining({ days: 90, failureDays: 1 }),
      expect.anything(),
    );
  });

  it('says when there is nothing, and when it cannot be read', async () => {
    renderChanges('/infra-prs/figures?days=7&environment=prod', {
      getFigures: async () =>
        answerOf([change({ mergedAt: undefined, liveAt: undefined })]),
    });
    expect(
      await screen.findByText('No changes in this period'),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Show 90 days' })).toBeVisible();
    expect(screen.getByLabelText('Environment')).toHaveTextContent('prod');
  });

  it('says what figures need where nothing was ever counted', async () => {
    renderChanges('/infra-prs/figures', {
      getFigures: async () => answerOf([]),
    });
    expect(await screen.findByText('No figures yet')).toBeInTheDocument();
    expect(screen.getByText(/the check slipway\/apply/)).toBeInTheDocument();
  });

  it('exports what no spreadsheet takes for a formula', async () => {
    const groups = figureGroups(answerOf([change({ team: '=cmd()' })]), 'team');
    const csv = await figuresCsv('team', groups);
    expect(csv.split('\r\n')[1]).toMatch(/'=cmd\(\)"?,1,/);
  });
});
