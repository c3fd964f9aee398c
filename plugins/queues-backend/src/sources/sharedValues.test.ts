import { TimePoint } from '@slipway/platform-common';
import { sharedAttributes, sharedHistories } from './sharedValues';

const series = (values: Array<number | undefined>): TimePoint[] =>
  values.map((value, index) => ({ time: 60_000 * index, value }));
const overWire = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('values that replicas share', () => {
  it('gives histories back as they were, gaps included, in a fraction of the space', () => {
    const history = {
      visible: series(Array.from({ length: 180 }, (_, i) => i)),
      inFlight: series([undefined, 0.25, undefined]),
      oldestAge: series([7]),
      sent: [],
      received: series([1, 2]),
      deleted: series([]),
    };
    const wire = overWire(sharedHistories.encode?.(history));
    expect(sharedHistories.decode(wire)).toEqual(history);
    expect(JSON.stringify(wire).length * 3).toBeLessThan(
      JSON.stringify(history).length,
    );
  });

  it('gives attributes back, and refuses those of another shape', () => {
    const attributes = {
      visible: 1,
      inFlight: 0,
      delayed: 0,
      fifo: false,
      encrypted: true,
      isDlq: false,
      retentionSeconds: 60,
      visibilityTimeoutSeconds: 30,
      redrive: { dlqArn: 'arn:aws:sqs:x', maxReceiveCount: 3 },
    };
    expect(sharedAttributes.decode(overWire(attributes))).toEqual(attributes);
    expect(() =>
      sharedAttributes.decode({ ...attributes, visible: '1' }),
    ).toThrow();
  });
});
