import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeDeadLetters } from '../../__fixtures__/FakeDeadLetters';
import { press } from '../../__testUtils__/press';
import { renderDeadLetters } from '../../__testUtils__/renderDeadLetters';

const button = (name: string | RegExp) => screen.findByRole('button', { name });

async function look(limit = 20) {
  if (limit !== 20) await press(String(limit));
  await press(`Look at up to ${limit} messages`);
  await screen.findByRole('list', { name: 'Messages' });
}

describe('DeadLettersPanel', () => {
  it('reads no message before the button is pressed, and says what that does', async () => {
    const fake = new FakeDeadLetters();
    const peek = jest.spyOn(fake, 'peek');
    renderDeadLetters(fake, '&message=abc');
    const prompt = await screen.findByRole('region', {
      name: 'Look into the messages',
    });
    expect(prompt).toHaveTextContent(
      'Reads up to 20 messages. This raises their receive count by one and hides them',
    );
    expect(prompt).toHaveTextContent('is about message abc');
    expect(
      await screen.findByRole('group', { name: 'Dead letters: 42' }),
    ).toBeInTheDocument();
    await screen.findByText(/Nobody sent messages/);
    expect(peek).not.toHaveBeenCalled();
    await look(50);
    expect(peek).toHaveBeenCalledTimes(1);
    expect(peek).toHaveBeenCalledWith(
      {
        entityRef: 'component:default/orders',
        environment: 'dev',
        queue: 'dev-orders-dlq',
      },
      { limit: 50 },
    );
  });

  it('groups by cause, and keeps cause and message in the URL', async () => {
    renderDeadLetters(new FakeDeadLetters());
    await look();
    expect(
      screen.getByText('Sample of 20 of about 42: 3 causes'),
    ).toHaveFocus();
    const causes = screen.getByRole('list', { name: 'Causes' });
    const bad = within(causes).getByRole('button', { name: /TypeError/ });
    expect(bad).toHaveTextContent('4 of 20, 20 %');
    expect(bad).toHaveTextContent('At formatAddress (mail.ts:17)');
    await userEvent.click(bad);
    expect(bad).toHaveAttribute('aria-pressed', 'true');
    const messages = screen.getByRole('list', { name: 'Messages' });
    expect(within(messages).getAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(
      within(messages).getByRole('button', { name: /00000003/ }),
    );
    const detail = screen.getByRole('region', { name: /^Message 00000003/ });
    expect(detail).toHaveTextContent('5 times, with this look');
    expect(
      within(detail).getByRole('tree', { name: 'Body as a tree' }),
    ).toHaveTextContent('email:"[masked]"');
    expect(detail).toHaveTextContent('1 value is masked');
    expect(
      within(detail).getByRole('table', { name: /Attributes/ }),
    ).toHaveTextContent('attemptNumber4');
    expect(screen.getByLabelText('Address')).toHaveTextContent(
      /group=address&message=00000003/,
    );
    await press('All queues');
    expect(screen.getByLabelText('Address')).toBeEmptyDOMElement();
  });

  it('adds more to the sample, and opens the message of a link', async () => {
    const fake = new FakeDeadLetters();
    const { id } = fake.messages[30];
    renderDeadLetters(fake, `&message=${id}`);
    await look();
    expect(
      screen.getByText(`Message ${id} is not in this sample.`),
    ).toBeVisible();
    await press('Look at more (up to 50)');
    expect(
      await screen.findByRole('region', { name: `Message ${id}` }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('All 42 that are there: 3 causes'),
    ).toBeInTheDocument();
  });

  it('goes through messages with arrows, and chooses with the keyboard', async () => {
    renderDeadLetters(new FakeDeadLetters());
    await look();
    const [first, second] = screen.getAllByRole('checkbox', {
      name: /^Choose message/,
    });
    act(() => first.focus());
    await userEvent.keyboard(' {ArrowDown} ');
    expect(first).toBeChecked();
    expect(second).toBeChecked();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      screen.getByRole('region', { name: /^Message 00000002/ }),
    ).toBeInTheDocument();
    await userEvent.keyboard('{End}{Enter}');
    expect(
      screen.getByRole('region', { name: /^Message 00000019/ }),
    ).toBeInTheDocument();
    expect(await button('Send 2 chosen back…')).toBeEnabled();
  });

  it('has good news when there are none', async () => {
    renderDeadLetters(new FakeDeadLetters([]));
    expect(
      await screen.findByText(/No dead letters in dev-orders-dlq/),
    ).toBeInTheDocument();
    expect(await button('Send all back…')).toHaveAccessibleDescription(
      'There is nothing to send back',
    );
    await press('Back to the queues');
    expect(await screen.findByText(/No dead letters in/)).toBeInTheDocument();
    expect(screen.getByLabelText('Address')).toBeEmptyDOMElement();
  });

  it('shows why a look failed, and that the queue is unknown', async () => {
    const fake = new FakeDeadLetters();
    fake.getQueues = async () => ({ queues: [], problems: [] });
    fake.peek = async () => {
      throw new Error('away');
    };
    renderDeadLetters(fake);
    expect(
      await screen.findByText(
        /sends its dead letters to dev-orders-dlq in dev/,
      ),
    ).toBeInTheDocument();
    await press('Look at up to 20 messages');
    expect(await screen.findByText(/That did not work/)).toBeInTheDocument();
  });
});
