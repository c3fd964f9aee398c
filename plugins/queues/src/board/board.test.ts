import { boardRow } from '../__fixtures__/boardRows';
import { boardColumns } from './boardColumns';
import { BoardQuery, formatBoardQuery, parseBoardQuery } from './boardQuery';
import { BOARD_COLUMN_IDS } from './columnIds';
import { sortRows } from './sortRows';
import { toCsv } from './toCsv';

describe('the query of the board', () => {
  it.each<[string, Partial<BoardQuery>]>([
    ['', {}],
    ['q=or+der', { text: 'or der' }],
    [
      'team=mine&system=system%3Adefault%2Fshop&env=prod',
      { team: 'mine', system: 'system:default/shop', environment: 'prod' },
    ],
    ['risk=critical%2Cok', { risks: ['critical', 'ok'] }],
    ['sort=name', { sort: { column: 'name', descending: false } }],
    ['sort=-waiting', { sort: { column: 'waiting', descending: true } }],
    ['cols=name%2Cdrain', { columns: ['name', 'drain'] }],
  ])('%s goes to the URL and back', (text, changes) => {
    const query = parseBoardQuery(new URLSearchParams(text));
    expect(query).toMatchObject(changes);
    expect(formatBoardQuery(query).toString()).toBe(text);
  });

  it('leaves out what makes no sense', () => {
    const text = 'risk=deadly&sort=-moon&cols=moon&page=3';
    const query = parseBoardQuery(new URLSearchParams(text));
    expect(formatBoardQuery(query).toString()).toBe('');
  });
});

describe('sorting', () => {
  const rows = [
    boardRow('q10', { drain: { trend: 'growing' } }),
    boardRow('q9', { drain: { trend: 'unknown' } }),
    boardRow('q2', { drain: { trend: 'draining', seconds: 60 } }),
    boardRow('q1', { drain: { trend: 'steady' } }),
    boardRow('q3', { drain: { trend: 'empty' } }),
  ];
  it.each([
    ['name', false, ['q1', 'q2', 'q3', 'q9', 'q10']],
    ['drain', false, ['q3', 'q2', 'q1', 'q10', 'q9']],
    ['drain', true, ['q10', 'q1', 'q2', 'q3', 'q9']],
  ] as const)('by %s, descending %s', (column, descending, expected) => {
    const sorted = sortRows(rows, { column, descending });
    expect(sorted.map(({ name }) => name)).toEqual(expected);
  });
});

describe('a file of the board', () => {
  it('has raw numbers under names with units', async () => {
    const row = boardRow('orders', {
      visible: 12345,
      oldestAgeSeconds: 90,
      drain: { trend: 'draining', seconds: 720 },
      dlq: { name: 'dlq', visible: 2, grownLastHour: -1 },
    });
    const columns = boardColumns([
      'name',
      'waiting',
      'oldest',
      'drain',
      'growth',
      'system',
    ]);
    expect(await toCsv([row], columns)).toBe(
      'Queue,System,Dead letters of the last hour (messages),Waiting (messages),Oldest (s),Drain time (s),Trend\r\n' +
        'orders,system:default/shop,-1,12345,90,720,draining',
    );
  });

  it.each([
    '=HYPERLINK("http://evil")',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '=1\n+2',
    '  =1',
    '＝1',
  ])('holds no formula: %j', async text => {
    const row = boardRow('orders', {
      owner: text,
      risk: { level: 'ok', score: 0, reasons: [text] },
    });
    const csv = await toCsv([row], boardColumns(['owner', 'why']));
    const [, line] = csv.split(/\r\n(?=["'])/);
    for (const field of line.match(/"(?:[^"]|"")*"/g) ?? []) {
      expect(field).toMatch(/^"'/);
    }
    expect(line.match(/"'/g)).toHaveLength(2);
  });

  it('can have every column', async () => {
    const csv = await toCsv([boardRow('a')], boardColumns(BOARD_COLUMN_IDS));
    expect(csv.split('\r\n')[0].split(',')).toHaveLength(21);
  });
});
