import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { BoardResponse } from '@slipway/plugin-queues-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { boardOf, boardRow } from '../../__fixtures__/boardRows';
import { queuesApiRef } from '../../api/QueuesApi';
import { QueuesBoardPage } from './QueuesBoardPage';

// jsdom lays nothing out: without a height no row would be in sight.
beforeAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get: () => 600,
  });
  Element.prototype.scrollTo = function scrollTo(options?: unknown) {
    if (typeof options === 'object' && options && 'top' in options) {
      this.scrollTop = Number(options.top);
      this.dispatchEvent(new Event('scroll'));
    }
  };
});

function Place() {
  const { pathname, search } = useLocation();
  return <output>{decodeURIComponent(`${pathname}${search}`)}</output>;
}

function render(
  board: BoardResponse,
  options: {
    path?: string;
    storage?: ReturnType<typeof mockApis.storage>;
  } = {},
) {
  renderInTestApp(
    <>
      <QueuesBoardPage />
      <Place />
    </>,
    {
      apis: [
        [queuesApiRef, { getBoard: async () => board }],
        [
          permissionApiRef,
          { authorize: async () => ({ result: AuthorizeResult.DENY }) },
        ],
        options.storage ?? mockApis.storage(),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [options.path ?? '/'],
    },
  );
}

const place = () => screen.getByRole('status').textContent;
const names = () =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map(row => within(row).getByRole('link').textContent);

const small: BoardResponse = {
  rows: [
    boardRow('orders', {
      visible: 12,
      dlq: { name: 'orders-dlq', visible: 3, grownLastHour: 1 },
      risk: { level: 'critical', score: 90, reasons: ['3 dead letters'] },
    }),
    boardRow('payments', {
      environment: 'dev',
      owner: 'group:default/payments',
      visible: 400,
      risk: { level: 'warning', score: 50, reasons: ['It grows'] },
    }),
    boardRow('silent', { visible: undefined, system: undefined }),
  ],
  sources: [],
  mine: ['group:default/payments'],
};

describe('the board of queues', () => {
  it('draws only the rows in sight of 5,000, and moves over all by keys', async () => {
    render(boardOf(5_000));
    const table = await screen.findByRole('table', { name: 'Queues' });
    expect(table).toHaveAttribute('aria-rowcount', '5001');
    expect(screen.getAllByRole('row').length).toBeLessThan(60);

    const [, first] = screen.getAllByRole('row');
    first.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toHaveAttribute('aria-rowindex', '4');
    await userEvent.keyboard('{End}');
    await waitFor(() =>
      expect(document.activeElement).toHaveAttribute('aria-rowindex', '5001'),
    );
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
  });

  it('opens the queue of a row by key', async () => {
    render(small);
    const [, first] = await screen.findAllByRole('row');
    first.focus();
    await userEvent.keyboard('{Enter}');
    expect(place()).toBe(
      '/catalog/default/resource/orders/queues?queue=prod/orders',
    );
  });

  it('narrows and sorts, all in the URL', async () => {
    render(small);
    await screen.findAllByRole('row');
    expect(names()).toEqual(['orders', 'payments', 'silent']);

    await userEvent.click(screen.getByRole('button', { name: 'Waiting' }));
    expect(names()).toEqual(['payments', 'orders', 'silent']);
    await userEvent.click(screen.getByRole('button', { name: 'Waiting' }));
    expect(names()).toEqual(['orders', 'payments', 'silent']);
    expect(
      screen.getByRole('columnheader', { name: 'Waiting' }),
    ).toHaveAttribute('aria-sort', 'ascending');

    await userEvent.click(screen.getByRole('combobox', { name: 'Team' }));
    await userEvent.click(screen.getByRole('option', { name: 'My teams' }));
    expect(names()).toEqual(['payments']);
    await userEvent.type(screen.getByLabelText('Search'), 'pay');
    await waitFor(() => expect(place()).toBe('/?q=pay&team=mine&sort=waiting'));
    await userEvent.click(screen.getByRole('button', { name: /critical/ }));
    expect(screen.getByText('No queue matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show everything' }),
    );
    expect(names()).toEqual(['orders', 'payments', 'silent']);
  });

  it('shows what a link says', async () => {
    render(small, { path: '/?env=dev&risk=warning,ok&cols=name,waiting' });
    expect(await screen.findByText('payments')).toBeInTheDocument();
    expect(names()).toEqual(['payments']);
    expect(
      screen.getAllByRole('columnheader').map(head => head.textContent),
    ).toEqual(['Queue', 'Waiting']);
    expect(screen.getByRole('button', { name: /warning/ })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });

  it('remembers columns and views of the person', async () => {
    const storage = mockApis.storage();
    render(small, { path: '/?team=mine', storage });
    await screen.findAllByRole('row');
    await userEvent.click(screen.getByRole('button', { name: 'Columns' }));
    await userEvent.click(
      screen.getByRole('menuitemcheckbox', { name: 'Drain time' }),
    );
    await userEvent.keyboard('{Escape}');
    expect(
      screen.queryByRole('columnheader', { name: 'Drain time' }),
    ).not.toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Views' }));
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Save this view…' }),
    );
    await userEvent.type(screen.getByLabelText('Name'), 'Ours');
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Ours' }));
    await userEvent.click(
      screen.getByRole('menuitem', { name: 'Manage views…' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Open Ours first' }),
    );
    const bucket = storage.forBucket('slipway-queues');
    expect(bucket.snapshot('board-views').value).toEqual({
      default: 'Ours',
      views: [
        { name: 'Ours', query: expect.stringMatching(/^team=mine&cols=/) },
      ],
    });
  });

  it('opens with the default view', async () => {
    const storage = mockApis.storage();
    await storage.forBucket('slipway-queues').set('board-views', {
      default: 'Dev',
      views: [{ name: 'Dev', query: 'env=dev' }],
    });
    render(small, { storage });
    await waitFor(() => expect(place()).toBe('/?env=dev'));
    expect(names()).toEqual(['payments']);
  });

  it('says what could not be read, and that there are no queues', async () => {
    render({
      rows: [],
      mine: [],
      degraded: 'CloudWatch is read every 5 min',
      sources: ['a', 'b', 'c'].map(environment => ({
        state: 'forbidden',
        source: { upstream: 'sqs', environment },
        message: `No access to ${environment}`,
        fix: 'Let it in',
      })),
    });
    expect(await screen.findByText('No queues')).toBeInTheDocument();
    expect(screen.getByText(/read every 5 min/)).toBeInTheDocument();
    expect(screen.queryByText(/No access to c/)).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: '1 more that cannot be read' }),
    );
    expect(screen.getByText(/No access to c/)).toBeInTheDocument();
  });
});
