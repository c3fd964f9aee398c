import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import { item, listOf } from '../../__testUtils__/changes';
import { fakeApi } from '../../__testUtils__/renderChanges';
import { infraPrsApiRef } from '../../api/InfraPrsApi';
import { rootRouteRef } from '../../routes';
import { MyChangesWidget, WaitingChangesWidget } from './ChangesWidget';

const waiting = (number: number) =>
  item({
    number,
    title: `Waiting ${number}`,
    viewer: { isRequester: false, canApprove: true, task: 'approve' },
  });
const mine = item({
  number: 50,
  title: 'Mine',
  state: 'merged',
  stage: 'live',
  lifeState: 'done',
  viewer: { isRequester: true, canApprove: false },
});

function render(Widget: () => JSX.Element, answer: ChangeRequestList) {
  const list = jest.fn(async () => answer);
  renderInTestApp(<Widget />, {
    apis: [[infraPrsApiRef, fakeApi({ list })]],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/infra-prs': rootRouteRef,
    },
  });
  return list;
}

describe('the widgets of changes', () => {
  it('show the first five that wait for the person, and lead to the rest', async () => {
    const many = Array.from({ length: 7 }, (_, index) => waiting(index + 1));
    const list = render(WaitingChangesWidget, listOf([mine, ...many]));
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(5);
    expect(items[0]).toHaveTextContent('Waiting 1');
    expect(items[0]).toHaveTextContent('Your review');
    expect(within(items[0]).getByRole('link')).toHaveAttribute(
      'href',
      '/infra-prs/1',
    );
    expect(screen.getByRole('link', { name: '2 more' })).toHaveAttribute(
      'href',
      '/infra-prs?view=waiting',
    );
    expect(list).toHaveBeenCalledWith({ state: 'open' }, expect.anything());
  });

  it('show what the person asked for, also when it is over', async () => {
    const list = render(MyChangesWidget, listOf([waiting(1), mine]));
    const items = await screen.findAllByRole('listitem');
    expect(items).toHaveLength(1);
    expect(items[0]).toHaveTextContent('Mine');
    expect(items[0]).toHaveTextContent('Live');
    expect(list).toHaveBeenCalledWith({ state: 'all' }, expect.anything());
  });

  it('say that there is nothing, and no more than is known', async () => {
    render(WaitingChangesWidget, listOf([]));
    expect(
      await screen.findByText('Nothing waits for you.'),
    ).toBeInTheDocument();
  });

  it('do not say so when GitHub could not be read', async () => {
    const source = { state: 'stale', source: { upstream: 'github' } } as const;
    render(WaitingChangesWidget, listOf([], { source }));
    expect(
      await screen.findByText(/as far as GitHub could be read/),
    ).toBeInTheDocument();
  });
});
