import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { BoardResponse, BoardRow } from '@slipway/plugin-queues-common';
import { screen, within } from '@testing-library/react';
import { QueuesApi, queuesApiRef } from '../../api/QueuesApi';
import { queuesBoardRouteRef } from '../../routes';
import { DeadLettersWidget } from './DeadLettersWidget';

const MINE = 'group:default/orders';

function row(name: string, changes: Partial<BoardRow> = {}): BoardRow {
  return {
    id: name,
    entityRef: `resource:default/${name}`,
    name,
    environment: 'prod',
    owner: MINE,
    state: 'ok',
    warnings: 0,
    dlq: { name: `${name}-dlq`, visible: 0 },
    risk: { level: 'ok', score: 0, reasons: [] },
    ...changes,
  };
}

const failing = (name: string, visible: number, score: number) =>
  row(name, {
    dlq: {
      name: `${name}-dlq`,
      visible,
      grownLastHour: 3,
      expires: new Date(Date.now() + 9.5 * 3_600_000).toISOString(),
    },
    risk: { level: 'critical', score, reasons: [`${visible} dead letters`] },
  });

function render(getBoard: Partial<QueuesApi>['getBoard']) {
  return renderInTestApp(<DeadLettersWidget />, {
    apis: [[queuesApiRef, { getBoard } as QueuesApi]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/queues': queuesBoardRouteRef,
    },
  });
}

const board = (
  rows: BoardRow[],
  rest: Partial<BoardResponse> = {},
): BoardResponse => ({ rows, sources: [], mine: [MINE], ...rest });

describe('DeadLettersWidget', () => {
  it('lists queues of my teams that have dead letters, the riskiest first', async () => {
    await render(async () =>
      board([
        row('calm'),
        failing('some', 4, 40),
        { ...failing('theirs', 900, 99), owner: 'group:default/payments' },
        failing('worst', 1_200, 90),
        row('stray-dlq', {
          isDlq: true,
          dlq: undefined,
          visible: 1,
          risk: { level: 'warning', score: 10, reasons: [] },
        }),
      ]),
    );
    const items = await screen.findAllByRole('listitem');
    expect(
      items.map(item => within(item).getByRole('link').textContent),
    ).toEqual(['worst', 'some', 'stray-dlq']);
    expect(items[0]).toHaveTextContent(/prod/);
    expect(items[0]).toHaveTextContent(
      /dead letters · \+3 in the last hour · oldest expires in 9 hours/,
    );
    expect(items[0]).toHaveTextContent('Critical');
    expect(items[2]).toHaveTextContent('1 dead letter');
    expect(within(items[0]).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/resource/worst/queues?queue=prod%2Fworst',
    );
    expect(
      screen.getByRole('link', { name: 'All queues of my teams' }),
    ).toHaveAttribute('href', '/queues?team=mine');
  });

  it('shows the first of many and leads to the rest', async () => {
    await render(async () =>
      board(Array.from({ length: 11 }, (_, i) => failing(`q${i}`, i + 1, i))),
    );
    expect(await screen.findAllByRole('listitem')).toHaveLength(8);
    expect(
      screen.getByRole('link', { name: '3 more with dead letters' }),
    ).toBeInTheDocument();
  });

  it.each<[string, BoardRow[], string]>([
    ['without dead letters', [row('calm')], 'No dead letters. Nothing to do.'],
    [
      'where a queue could not be read',
      [row('calm'), row('dark', { state: 'forbidden', message: 'AWS denied' })],
      'No dead letters in the queues that could be read.',
    ],
    [
      'for a team without queues',
      [row('theirs', { owner: 'group:default/payments' })],
      'Your teams own no queues yet.',
    ],
  ])('says what is known %s', async (_, rows, text) => {
    await render(async () => board(rows));
    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('names what could not be read beside what could', async () => {
    await render(async () =>
      board([
        failing('worst', 5, 90),
        row('dark', { state: 'forbidden', message: 'AWS denied it' }),
        row('dlq-dark', { dlq: { name: 'x' } }),
      ]),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      '2 queues could not be read: AWS denied it',
    );
    expect(screen.getByRole('link', { name: 'worst' })).toBeInTheDocument();
  });

  it('says that it loads', async () => {
    await render(() => new Promise(() => {}));
    expect(
      await screen.findByRole('status', {
        name: 'Loading dead letters of my teams',
      }),
    ).toBeInTheDocument();
  });

  it('says why it failed', async () => {
    await render(async () => {
      throw new Error('the portal is down');
    });
    // After it was asked again, twice.
    expect(
      await screen.findByText('Error: the portal is down', undefined, {
        timeout: 8_000,
      }),
    ).toBeInTheDocument();
  }, 15_000);
});
