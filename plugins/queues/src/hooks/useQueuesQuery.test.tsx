import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  signalApiRef,
  SignalSubscriber,
} from '@backstage/plugin-signals-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { QUEUES_CHANNEL } from '@slipway/plugin-queues-common';
import { act, screen } from '@testing-library/react';
import { useQueuesQuery } from './useQueuesQuery';

function Shown({ load }: { load(): Promise<number> }) {
  const { data } = useQueuesQuery({
    name: 'test.queues',
    subject: 'a',
    calm: 50,
    queryFn: load,
    shows: (_, id) => id === 'mine',
  });
  return <output>read {data}</output>;
}

function setUp() {
  const channels = new Map<string, (message: never) => void>();
  const load = jest.fn(async (): Promise<number> => load.mock.calls.length);
  renderInTestApp(
    <SlipwayQueryProvider>
      <Shown load={load} />
    </SlipwayQueryProvider>,
    {
      apis: [
        [
          signalApiRef,
          {
            subscribe(channel, listener): SignalSubscriber {
              channels.set(channel, listener);
              return { unsubscribe: () => channels.delete(channel) };
            },
          },
        ],
      ],
    },
  );
  const send = (message: object) =>
    act(() => channels.get(QUEUES_CHANNEL)?.(message as never));
  return { load, send };
}

describe('useQueuesQuery', () => {
  it('reads again when a shown queue changed, once for many signals', async () => {
    const { load, send } = setUp();
    await screen.findByText('read 1');
    send({ ids: ['other', 'mine'] });
    send({ ids: ['mine'] });
    expect(await screen.findByText('read 2')).toBeInTheDocument();
    await new Promise(resolve => setTimeout(resolve, 120));
    expect(load).toHaveBeenCalledTimes(2);
    send({ ids: ['mine'] });
    expect(await screen.findByText('read 3')).toBeInTheDocument();
  });

  it('heeds neither other queues nor a signal of another shape', async () => {
    const { load, send } = setUp();
    await screen.findByText('read 1');
    send({ ids: ['other'] });
    send({ ids: 'mine' });
    send({});
    await new Promise(resolve => setTimeout(resolve, 120));
    expect(load).toHaveBeenCalledTimes(1);
  });
});
