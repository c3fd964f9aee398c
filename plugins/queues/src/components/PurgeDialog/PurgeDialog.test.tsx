import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDeadLetters } from '../../__fixtures__/FakeDeadLetters';
import { press } from '../../__testUtils__/press';
import { renderDeadLetters } from '../../__testUtils__/renderDeadLetters';

const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** Files that the browser was given. */
const saved: Array<{ name: string; file: Blob }> = [];
const files = new Map<string, Blob>();

beforeEach(() => {
  saved.length = 0;
  URL.createObjectURL = jest.fn(file => {
    if (!(file instanceof Blob)) throw new Error('no file');
    files.set(`blob:${files.size}`, file);
    return `blob:${files.size - 1}`;
  });
  URL.revokeObjectURL = jest.fn();
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      const file = files.get(this.href);
      if (file) saved.push({ name: this.download, file });
    });
});
afterEach(() => jest.restoreAllMocks());

describe('purge', () => {
  it('needs the snapshot first, then the name, then deletes', async () => {
    const fake = new FakeDeadLetters();
    const purge = jest.spyOn(fake, 'purge');
    renderDeadLetters(fake);
    await press('Purge…');
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete all messages of dev-orders-dlq',
    });
    expect(dialog).toHaveTextContent('This cannot be undone');
    const destroy = within(dialog).getByRole('button', { name: /for good/ });
    expect(destroy).toHaveAccessibleDescription('Download the snapshot first');
    expect(within(dialog).getByRole('textbox')).toBeDisabled();
    await userEvent.click(destroy);

    await press('Download a snapshot');
    expect(
      await within(dialog).findByText(/^Saved dev-dev-orders-dlq-snapshot-/),
    ).toBeInTheDocument();
    expect(saved).toHaveLength(1);
    expect(destroy).toHaveAccessibleDescription(
      'Type the name of the queue first',
    );
    await userEvent.click(destroy);
    expect(purge).not.toHaveBeenCalled();

    await userEvent.type(within(dialog).getByRole('textbox'), 'dev-orders-dlq');
    await userEvent.click(destroy);
    expect(purge).toHaveBeenCalledWith(expect.anything(), {
      confirm: 'dev-orders-dlq',
      snapshotId: 's1',
    });
    expect(await screen.findByText(/is being emptied/)).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('does not exist for who may not purge', async () => {
    const fake = new FakeDeadLetters();
    fake.actions = { ...fake.actions, purge: { allowed: false } };
    renderDeadLetters(fake);
    expect(await button('Look at up to 20 messages')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Purge…' })).toBeNull();
  });
});

describe('export', () => {
  it('says what it does, and saves a file', async () => {
    renderDeadLetters(new FakeDeadLetters());
    await press('Export…');
    const dialog = await screen.findByRole('dialog', {
      name: 'Export dead letters',
    });
    expect(dialog).toHaveTextContent('raises their receive count by one');
    expect(saved).toHaveLength(0);
    await press('Download NDJSON');
    expect(await within(dialog).findByText(/^Saved dev-/)).toBeInTheDocument();
    const [{ name, file }] = saved;
    expect(name).toMatch(/^dev-dev-orders-dlq-dead-letters-\d+T\d+Z\.ndjson$/);
    expect(file.size).toBeGreaterThan(1000);
  });
});
