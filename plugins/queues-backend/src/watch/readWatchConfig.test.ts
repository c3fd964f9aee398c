import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readWatchConfig } from './readWatchConfig';

const read = (watch?: JsonObject) =>
  readWatchConfig(
    new ConfigReader(watch ? { slipway: { queues: { watch } } } : {}),
  );
const quiet = (hours: JsonObject) => ({ quietHours: hours });

describe('readWatchConfig', () => {
  it('looks each two minutes, a day ahead, at any hour', () => {
    expect(read()).toEqual({
      enabled: true,
      schedule: expect.objectContaining({ frequency: { minutes: 2 } }),
      expiresWithinMs: 86_400_000,
      quietHours: undefined,
    });
  });

  it('takes what is configured, and never a schedule of each replica', () => {
    const config = read({
      enabled: false,
      schedule: {
        frequency: { seconds: 30 },
        timeout: { seconds: 20 },
        scope: 'local',
      },
      expiresWithin: { hours: 6 },
      quietHours: { from: '22:00', to: '07:00', timezone: 'Europe/Berlin' },
    });
    expect(config).toMatchObject({
      enabled: false,
      schedule: { frequency: { seconds: 30 }, scope: 'global' },
      expiresWithinMs: 21_600_000,
    });
    expect(config.quietHours?.endOf(Date.parse('2026-11-28T23:00Z'))).toBe(
      Date.parse('2026-11-29T06:00Z'),
    );
  });

  it.each([
    [{ expiresWithin: { hours: 0 } }, 'expiresWithin'],
    [{ expiresWithin: { days: 15 } }, 'expiresWithin'],
    [{ expiresWithin: 'soon' }, 'expiresWithin'],
    [quiet({ from: '22:00', to: '24:00' }), 'quietHours.to'],
    [quiet({ from: 'ten', to: '07:00' }), 'quietHours.from'],
    [quiet({ to: '07:00' }), 'quietHours.from'],
    [quiet({ from: '07:00', to: '07:00' }), 'quietHours.to'],
    [
      quiet({ from: '22:00', to: '07:00', timezone: 'Berlin' }),
      'quietHours.timezone',
    ],
    [{ schedule: { frequency: 'often' } }, 'schedule'],
  ])('refuses %j and names the key', (watch, key) => {
    expect(() => read(watch)).toThrow(key);
  });
});
