import { item, listOf } from '../__testUtils__/changes';
import { changesCsv } from './changesCsv';
import { CHANGE_COLUMNS, columnsFor } from './changeColumns';
import {
  ChangesQuery,
  formatChangesQuery,
  parseChangesQuery,
} from './changesQuery';
import { filterChanges } from './filterChanges';

const read = (text: string) => parseChangesQuery(new URLSearchParams(text));

describe('the query of the list', () => {
  it('goes into the URL and comes back', () => {
    const query: ChangesQuery = {
      view: 'team',
      state: 'failed',
      text: 'orders & more',
      environment: 'prod',
      owner: 'group:default/orders',
      risk: 'high',
      sort: { column: 'age', descending: true },
    };
    expect(read(formatChangesQuery(query).toString())).toEqual(query);
    expect(formatChangesQuery(read('')).toString()).toBe('');
  });

  it('leaves out what makes no sense', () => {
    expect(read('view=x&state=__proto__&risk=none&sort=-constructor')).toEqual({
      text: '',
    });
  });
});

describe('the views', () => {
  const own = item({
    number: 1,
    owner: 'group:default/platform',
    viewer: { isRequester: true, canApprove: false },
  });
  const task = item({
    number: 2,
    viewer: { isRequester: false, canApprove: false, task: 'approve' },
  });
  const numbers = (view: 'waiting' | 'mine' | 'team' | 'all') =>
    filterChanges(listOf([own, task]), read(''), { view, state: 'open' }).map(
      ({ number }) => number,
    );

  it.each([
    ['waiting', [2]],
    ['mine', [1]],
    ['team', [1]],
    ['all', [1, 2]],
  ] as const)('%s', (view, expected) => {
    expect(numbers(view)).toEqual(expected);
  });
});

describe('the columns', () => {
  it('are all there where nobody knows the width', () => {
    expect(columnsFor(undefined)).toEqual(CHANGE_COLUMNS);
  });

  it.each([1200, 1000, 860, 780])('fit into %s pixels', width => {
    const shown = columnsFor(width);
    const needed = shown.reduce((sum, column) => sum + column.width, 0);
    expect(needed).toBeLessThanOrEqual(width);
    expect(shown.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'change',
        'stage',
        'waits',
        'plan',
        'risk',
        'age',
      ]),
    );
  });
});

it('writes changes as CSV, without what a spreadsheet would run', async () => {
  const csv = await changesCsv([
    item({ title: '=HYPERLINK("http://evil")', stage: 'live' }),
  ]);
  const [head, line] = csv.split('\r\n');
  expect(head).toContain('number,title,url');
  expect(line).toContain(`"'=HYPERLINK(""http://evil"")"`);
  expect(line).toContain(',Live,');
});
