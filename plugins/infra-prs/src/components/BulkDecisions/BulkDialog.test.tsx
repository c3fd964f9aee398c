import { githubAuthApiRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { InfraPrsApi, infraPrsApiRef } from '../../api/InfraPrsApi';
import { detail, item, viewer } from '../../__testUtils__/changes';
import { fakeApi, github } from '../../__testUtils__/renderChanges';
import { rootRouteRef } from '../../routes';
import { BulkDialog } from './BulkDialog';

const waiting = { isRequester: false, canApprove: true };
const items = [1, 2, 3, 4].map(number =>
  item({ number, title: `Change ${number}`, viewer: waiting }),
);
const mine = viewer({ canApprove: true, whyNotApprove: undefined });
const details: Record<number, Partial<ChangeRequestDetail>> = {
  1: { viewer: mine },
  2: { viewer: { ...mine, whyNotInBulk: 'It replaces aws_sqs_queue.a' } },
  3: { viewer: { ...mine, whyNotApprove: 'You approved it already' } },
  4: { viewer: mine },
};

function openDialog(over: Partial<InfraPrsApi>) {
  const onClose = jest.fn();
  renderInTestApp(
    <SlipwayQueryProvider>
      <BulkDialog verb="approve" items={items} onClose={onClose} />
    </SlipwayQueryProvider>,
    {
      mountedRoutes: { '/infra-prs': rootRouteRef },
      apis: [
        [
          infraPrsApiRef,
          fakeApi({
            get: async number => detail({ number, ...details[number] }),
            ...over,
          }),
        ],
        [githubAuthApiRef, github],
      ],
    },
  );
  return { onClose };
}

const findDialog = () =>
  screen.findByRole(
    'dialog',
    { name: 'Approve 4 changes' },
    { timeout: 10_000 },
  );

jest.setTimeout(30_000);

describe('deciding about several changes', () => {
  it('offers what is low-risk, says why of the rest, and shows what became of each', async () => {
    const decideSeveral = jest.fn(async () => ({
      results: [
        { number: 1, outcome: 'done' as const, after: 'approved' },
        { number: 4, outcome: 'refused' as const, message: 'It moved' },
      ],
    }));
    const { onClose } = openDialog({ decideSeveral });
    const dialog = await findDialog();
    const box = (name: RegExp) =>
      within(dialog).getByRole('checkbox', { name });
    const approve = await within(dialog).findByRole('button', {
      name: 'Approve 2',
    });
    expect(box(/#1/)).toBeChecked();
    expect(box(/#2/)).toBeDisabled();
    expect(box(/#2/)).toHaveAccessibleDescription(
      'It replaces aws_sqs_queue.a. Decide about it on its own page',
    );
    expect(box(/#3/)).toHaveAccessibleDescription('You approved it already');
    await userEvent.click(box(/#1/));
    expect(
      within(dialog).getByRole('button', { name: 'Approve 1' }),
    ).toBeEnabled();
    await userEvent.click(box(/#1/));
    await userEvent.click(approve);
    const { headSha, planDigest } = detail();
    expect(decideSeveral).toHaveBeenCalledWith(
      {
        decision: 'approve',
        items: [1, 4].map(number => ({ number, headSha, planDigest })),
      },
      'token-of-pat',
    );
    const list = within(dialog).getByRole('list');
    expect(list).toHaveTextContent('Done approved');
    expect(list).toHaveTextContent('Refused It moved');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    expect(onClose).toHaveBeenCalledWith(true);
  });

  it('says what could not be read, and why nothing was done', async () => {
    openDialog({
      get: async number => {
        if (number === 4) throw new Error('GitHub did not answer');
        return detail({ number, viewer: mine });
      },
      decideSeveral: async () => {
        throw new Error('You lack the permission');
      },
    });
    const dialog = await findDialog();
    const button = await within(dialog).findByRole('button', {
      name: 'Approve 3',
    });
    expect(within(dialog).getByRole('list')).toHaveTextContent(
      'It could not be read: GitHub did not answer',
    );
    await userEvent.click(button);
    expect(
      await within(dialog).findByText('You lack the permission'),
    ).toBeInTheDocument();
  });
});
