import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  signalApiRef,
  SignalSubscriber,
} from '@backstage/plugin-signals-react';
import { act, screen } from '@testing-library/react';
import { SlipwayQueryProvider } from './SlipwayQueryProvider';
import { useLiveQuery } from './useLiveQuery';

const CHANNEL = 'test:channel';

function Shown({ load }: { load(): Promise<string> }) {
  const { data } = useLiveQuery({
    name: 'test.live',
    subject: 'a',
    channel: CHANNEL,
    calm: 20,
    isAbout: message => message === 'mine',
    queryFn: load,
  });
  return <output>{data}</output>;
}

const later = (milliseconds: number) =>
  act(() => jest.advanceTimersByTimeAsync(milliseconds));

async function setUp() {
  let listener: ((message: never) => void) | undefined;
  const answer = { version: 1 };
  const load = jest.fn(async () => `version ${answer.version}`);
  renderInTestApp(
    <SlipwayQueryProvider>
      <Shown load={load} />
    </SlipwayQueryProvider>,
    {
      apis: [
        [
          signalApiRef,
          {
            subscribe(_, onMessage): SignalSubscriber {
              listener = onMessage;
              return { unsubscribe: () => {} };
            },
          },
        ],
      ],
    },
  );
  await later(100);
  expect(load).toHaveBeenCalledTimes(1);
  const send = async (message: unknown) => {
    await act(async () => listener?.(message as never));
    await later(100);
  };
  return { answer, load, send };
}

describe('useLiveQuery', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('reads at once what the server tells of, and nothing that is about others', async () => {
    const { answer, load, send } = await setUp();
    answer.version = 2;
    await send('others');
    expect(load).toHaveBeenCalledTimes(1);
    await send('mine');
    expect(screen.getByText('version 2')).toBeInTheDocument();
  });

  it('hardly polls while it is told, and often once it was not, until it is told again', async () => {
    const { answer, load, send } = await setUp();
    await later(55_000);
    expect(load).toHaveBeenCalledTimes(1);
    answer.version = 2;
    await later(10_000);
    expect(screen.getByText('version 2')).toBeInTheDocument();
    const before = load.mock.calls.length;
    await later(31_000);
    expect(load.mock.calls.length - before).toBe(3);
    answer.version = 3;
    await send('mine');
    expect(screen.getByText('version 3')).toBeInTheDocument();
    const told = load.mock.calls.length;
    await later(55_000);
    expect(load.mock.calls.length - told).toBeLessThanOrEqual(1);
  });

  it('does not read in a hidden tab', async () => {
    const { load, send } = await setUp();
    const hidden = jest.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await send('mine');
    expect(load).toHaveBeenCalledTimes(1);
    hidden.mockRestore();
  });
});
