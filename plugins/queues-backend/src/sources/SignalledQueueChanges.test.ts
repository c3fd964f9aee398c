import { mockServices } from '@backstage/backend-test-utils';
import { SignalledQueueChanges } from './SignalledQueueChanges';

const arn = (name: string) => `arn:aws:sqs:eu-west-1:111111111111:${name}`;

describe('SignalledQueueChanges', () => {
  const publish = jest.fn();
  const logger = mockServices.logger.mock();
  const create = () =>
    new SignalledQueueChanges({ signals: { publish }, logger });

  beforeEach(() => {
    jest.useFakeTimers();
    publish.mockReset().mockResolvedValue(undefined);
  });
  afterEach(() => jest.useRealTimers());

  it('tells of a thousand changes once a second, each queue once', async () => {
    const changes = create();
    for (let count = 0; count < 1_000; count += 1) {
      changes.changed([arn('a'), arn('b')]);
    }
    await jest.advanceTimersByTimeAsync(999);
    expect(publish).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(publish).toHaveBeenCalledTimes(1);
    expect(publish.mock.calls[0][0].message.ids).toHaveLength(2);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(publish).toHaveBeenCalledTimes(1);
    changes.changed([arn('c')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('goes on when signals fail, and says nothing of nothing', async () => {
    const changes = create();
    changes.changed([]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(publish).not.toHaveBeenCalled();
    publish.mockRejectedValueOnce(new Error('no events backend'));
    changes.changed([arn('a')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).toHaveBeenCalledTimes(1);
    changes.changed([arn('a')]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('is silent after it was stopped', async () => {
    const changes = create();
    changes.changed([arn('a')]);
    changes.stop();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(publish).not.toHaveBeenCalled();
  });
});
