import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDeadLetters } from '../../__fixtures__/FakeDeadLetters';
import { renderDeadLetters } from '../../__testUtils__/renderDeadLetters';

const CONTROLS = ['Look at up to 20 messages', 'Send all back…', 'Export…'];

/** Tries all controls; answers the calls that got through. */
async function tryAll(fake: FakeDeadLetters, reason: string) {
  const calls = [
    jest.spyOn(fake, 'peek'),
    jest.spyOn(fake, 'previewRedrive'),
    jest.spyOn(fake, 'exportMessages'),
  ];
  renderDeadLetters(fake);
  for (const name of CONTROLS) {
    const control = await screen.findByRole('button', { name });
    await waitFor(() => expect(control).toHaveAccessibleDescription(reason));
    expect(control).toHaveAttribute('aria-disabled', 'true');
    await userEvent.click(control);
    control.focus();
    await userEvent.keyboard('{Enter} ');
  }
  const purge = screen.queryAllByRole('button', { name: 'Purge…' });
  const dialogs = screen.queryAllByRole('dialog');
  return [
    ...calls.flatMap<unknown>(call => call.mock.calls),
    ...purge,
    ...dialogs,
  ];
}

describe('controls of dead letters', () => {
  it('are closed, with the reason, for who may not use them', async () => {
    const fake = new FakeDeadLetters();
    const no = { allowed: false, reason: 'Only owners of orders may do that' };
    fake.actions = { peek: no, export: no, redrive: no, cancel: no, purge: no };
    expect(await tryAll(fake, 'Only owners of orders may do that')).toEqual([]);
  });

  it('are closed while it is not known who may use them', async () => {
    const fake = new FakeDeadLetters();
    fake.getActions = () => new Promise(() => {});
    expect(await tryAll(fake, 'Finding out what you may do…')).toEqual([]);
  });

  it('are closed when that cannot be found out', async () => {
    const fake = new FakeDeadLetters();
    fake.getActions = async () => {
      throw new Error('away');
    };
    expect(
      await tryAll(fake, 'What you may do could not be found out: away'),
    ).toEqual([]);
  });
});
