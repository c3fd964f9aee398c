import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readQueuesConfig } from './config';

const read = (queues?: JsonObject) =>
  readQueuesConfig(new ConfigReader(queues ? { slipway: { queues } } : {}));

describe('readQueuesConfig', () => {
  it('is safe when nothing is set', () => {
    expect(read()).toEqual({
      readOnly: false,
      redrive: { defaultVelocity: 10, maxVelocity: 100, agents: false },
      purge: { enabled: false },
      peek: { visibilitySeconds: 10, maxBodyBytes: 65_536 },
      masking: { defaults: true, fields: [], patterns: [] },
      watch: {
        enabled: true,
        schedule: expect.objectContaining({ frequency: { minutes: 2 } }),
        expiresWithinSeconds: 86_400,
      },
      cloudwatch: { pricePerThousandMetrics: 0.01 },
      tags: {
        redrive: 'slipway:redrive',
      },
    });
  });

  it('reads durations and schedules as Backstage writes them', () => {
    const config = read({
      peek: { visibility: '30s' },
      watch: {
        expiresWithin: { days: 2 },
        schedule: { frequency: 'PT10M', timeout: { minutes: 1 } },
        quietHours: { from: '22:00', to: '07:00', timezone: 'Europe/Berlin' },
      },
      redrive: { maxVelocity: 500 },
    });
    expect(config.peek.visibilitySeconds).toBe(30);
    expect(config.watch.expiresWithinSeconds).toBe(172_800);
    expect(config.watch.schedule.frequency).toEqual({ minutes: 10 });
    expect(config.redrive).toMatchObject({
      defaultVelocity: 10,
      maxVelocity: 500,
    });
  });

  it.each([
    [{ readonly: true }, /slipway\.queues'.*readonly/],
    [
      { redrive: { maxVelocity: 501 } },
      /slipway\.queues\.redrive\.maxVelocity'/,
    ],
    [
      { redrive: { defaultVelocity: 20, maxVelocity: 10 } },
      /defaultVelocity' is 20, more than maxVelocity 10/,
    ],
    [
      { peek: { visibility: '0s' } },
      /slipway\.queues\.peek\.visibility' is 0 s/,
    ],
    [{ peek: { visibility: 'soon' } }, /peek\.visibility/],
    [{ masking: { patterns: ['ok', '('] } }, /masking\.patterns\.1'/],
    [{ traceUrl: 'https://traces.example' }, /traceUrl' must be .*\{traceId\}/],
    [{ traceUrl: 'ftp://x/{traceId}' }, /traceUrl'/],
    [
      { watch: { quietHours: { from: '22', to: '07:00' } } },
      /quietHours\.from' must be a time such as 22:00/,
    ],
    [
      { watch: { quietHours: { from: '22:00', to: '07:00', timezone: 'X' } } },
      /timezone' must be an IANA/,
    ],
    [
      { watch: { quietHours: { from: '07:00', to: '07:00' } } },
      /quietHours' must end at another time/,
    ],
    [{ watch: { expiresWithin: { days: 15 } } }, /watch\.expiresWithin'/],
    [{ watch: { schedule: { frequency: 'often' } } }, /watch\.schedule'/],
    [{ cloudwatch: { dailyBudget: 0 } }, /cloudwatch\.dailyBudget'/],
  ])('says what is wrong with %j', (queues, message) => {
    expect(() => read(queues as JsonObject)).toThrow(message);
  });
});
