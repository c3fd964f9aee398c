import { ResponseError } from '@backstage/errors';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDeadLetters } from '../../__fixtures__/FakeDeadLetters';
import { press } from '../../__testUtils__/press';
import { renderDeadLetters } from '../../__testUtils__/renderDeadLetters';

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const NAME = 'dev-orders-dlq';

// Many keys and reads; a busy machine takes its time.
jest.setTimeout(90_000);

async function openDialog() {
  await press('Send all back…');
  return screen.findByRole('dialog', { name: 'Send dead letters back' });
}

/** As the backend refuses a second redrive. */
async function conflict(message: string) {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'ConflictError', message },
        response: { statusCode: 409 },
      }),
      { status: 409, headers: { 'Content-Type': 'application/json' } },
    ),
  );
}

describe('sending all dead letters back', () => {
  it('shows what would happen, and starts only with the name of the queue', async () => {
    const fake = new FakeDeadLetters();
    const start = jest.spyOn(fake, 'startRedrive');
    renderDeadLetters(fake);
    const dialog = await openDialog();
    const send = await within(dialog).findByRole('button', {
      name: 'Send 42 messages back',
    });
    expect(dialog).toHaveTextContent('Fromdev-orders-dlq dev');
    expect(dialog).toHaveTextContent('Back todev-orders');
    expect(dialog).toHaveTextContent('Takes a few seconds at 10/s');
    expect(dialog).toHaveTextContent('Consumers see messages again');
    expect(
      within(dialog).getByRole('link', { name: /olivia/ }),
    ).toBeInTheDocument();

    const field = within(dialog).getByRole('textbox', { name: /to confirm/ });
    await userEvent.type(field, 'dev-ordres');
    expect(field).toBeInvalid();
    expect(field).toHaveAccessibleDescription(/differs from character 8 on/);
    expect(send).toHaveAccessibleDescription(
      'Type the name of the queue first',
    );
    await userEvent.click(send);
    expect(start).not.toHaveBeenCalled();

    const pace = within(dialog).getByRole('spinbutton', {
      name: 'Messages per second, 1 to 50',
    });
    await userEvent.clear(pace);
    await userEvent.paste('500');
    expect(pace).toHaveValue(50);
    await userEvent.clear(field);
    await userEvent.paste(NAME);
    expect(field).toBeValid();
    await userEvent.click(send);
    expect(start).toHaveBeenCalledWith(
      expect.objectContaining({ queue: NAME, environment: 'dev' }),
      { confirm: NAME, velocity: 50 },
    );
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('follows it to its end and forgets the messages that left', async () => {
    const fake = new FakeDeadLetters();
    fake.step = 21;
    renderDeadLetters(fake);
    await press('Look at up to 20 messages');
    await screen.findByRole('list', { name: 'Messages' });
    await openDialog();
    const field = await screen.findByRole('textbox', { name: /to confirm/ });
    await userEvent.click(field);
    await userEvent.paste(NAME);
    await press('Send 42 messages back');
    const bar = await screen.findByRole('progressbar', {
      name: 'Messages moved',
    });
    expect(bar).toHaveAttribute('aria-valuenow', '50');
    expect(bar).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('21 of 42 moved'),
    );
    expect(screen.getByText('Redrive: running, 50 % moved')).toHaveAttribute(
      'aria-live',
      'polite',
    );
    expect(await button('Send all back…')).toHaveAccessibleDescription(
      'A redrive of this queue is running',
    );
    expect(
      await screen.findByText('Done: 42 of 42 sent back to dev-orders.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/No dead letters in dev-orders-dlq/),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list', { name: 'Messages' })).toBeNull();
    const history = screen.getByRole('table', { name: 'Redrives so far' });
    expect(history).toHaveTextContent(/All messages at 10\/s42 of 42/);
  });

  it('says who was faster, and shows how far that one is', async () => {
    const fake = new FakeDeadLetters();
    fake.step = 1;
    fake.startRedrive = async () => {
      const olivia = new FakeDeadLetters();
      fake.redrives = [
        await olivia.startRedrive(undefined, { confirm: NAME, velocity: 5 }),
      ];
      throw await conflict('olivia started one 2 min ago');
    };
    renderDeadLetters(fake);
    const dialog = await openDialog();
    await userEvent.click(
      await screen.findByRole('textbox', { name: /to confirm/ }),
    );
    await userEvent.paste(NAME);
    await press('Send 42 messages back');
    expect(
      await within(dialog).findByText(/olivia started one 2 min ago/),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(dialog).toHaveTextContent(/olivia started a redrive of this/),
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Close' }),
    );
    expect(
      await screen.findByRole('progressbar', { name: 'Messages moved' }),
    ).toBeInTheDocument();
  });

  it('cannot start what is blocked', async () => {
    const fake = new FakeDeadLetters();
    const preview = await fake.previewRedrive();
    fake.previewRedrive = async () => ({
      ...preview,
      blockers: ['The owners marked this queue: never redrive'],
    });
    renderDeadLetters(fake);
    await openDialog();
    expect(await screen.findByText('It cannot start now.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('textbox', { name: /to confirm/ }));
    await userEvent.paste(NAME);
    expect(await button(/^Send 42/)).toHaveAccessibleDescription(
      'The owners marked this queue: never redrive',
    );
  });
});

describe('a redrive that runs', () => {
  it('is found again after a reload, and can be cancelled after asking', async () => {
    const fake = new FakeDeadLetters();
    fake.step = 0;
    await fake.startRedrive(undefined, { confirm: NAME, velocity: 5 });
    const cancel = jest.spyOn(fake, 'cancelRedrive');
    renderDeadLetters(fake);
    await press('Cancel redrive');
    await userEvent.tab();
    expect(await button('Let it go on')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(await button('Cancel redrive')).toHaveFocus();
    await press('Cancel redrive');
    const dialog = await screen.findByRole('dialog', {
      name: 'Cancel this redrive?',
    });
    expect(cancel).not.toHaveBeenCalled();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Cancel redrive' }),
    );
    expect(cancel).toHaveBeenCalledWith(expect.anything(), 'r1');
    expect(
      await screen.findByText(/Cancelled: 0 of 42 sent back/),
    ).toHaveTextContent('What was not sent is still in dev-orders-dlq.');
  });

  it('sends chosen messages, with the risk said, and drops them from the sample', async () => {
    const fake = new FakeDeadLetters();
    const start = jest.spyOn(fake, 'startRedrive');
    renderDeadLetters(fake);
    await press('Look at up to 20 messages');
    const boxes = await screen.findAllByRole('checkbox', { name: /^Choose/ });
    await userEvent.click(boxes[0]);
    await userEvent.click(boxes[1]);
    await press('Send 2 chosen back…');
    const dialog = await screen.findByRole('dialog', {
      name: 'Send the chosen messages back',
    });
    expect(
      await within(dialog).findByText(/it arrives twice/),
    ).toBeInTheDocument();
    expect(within(dialog).queryByRole('slider')).not.toBeInTheDocument();
    await userEvent.click(within(dialog).getByRole('textbox'));
    await userEvent.paste(NAME);
    const ids = fake.messages.slice(0, 2).map(({ id }) => id);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Send 2 messages back' }),
    );
    expect(start).toHaveBeenCalledWith(expect.anything(), {
      confirm: NAME,
      messageIds: ids,
    });
    expect(await screen.findByText(/Done: 2 of 2/)).toBeInTheDocument();
    expect(
      screen.getByText('Sample of 18 of about 42: 3 causes'),
    ).toBeVisible();
  });
});
