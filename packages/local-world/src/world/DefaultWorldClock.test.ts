import { setTimeout as delay } from 'node:timers/promises';
import { DefaultWorldClock } from './DefaultWorldClock';

describe('DefaultWorldClock', () => {
  it('runs what falls due in order, at its own time', async () => {
    const clock = DefaultWorldClock.create({ mode: 'manual', start: 1_000 });
    const seen: string[] = [];
    clock.every(300, () => void seen.push(`a@${clock.now()}`));
    const stop = clock.every(500, async () => {
      await delay(1);
      seen.push(`b@${clock.now()}`);
    });

    await clock.advance(1_000);
    stop();
    await clock.advance(300);

    expect(seen).toEqual([
      'a@1300',
      'b@1500',
      'a@1600',
      'a@1900',
      'b@2000',
      'a@2200',
    ]);
    expect(clock.now()).toBe(2_300);
  });

  it('stands still in manual mode, and goes on when a task fails', async () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const clock = DefaultWorldClock.create({ mode: 'manual', start: 0 });
    let runs = 0;
    clock.every(10, () => {
      runs += 1;
      throw new Error('broken');
    });
    await delay(30);
    expect(clock.now()).toBe(0);
    await clock.advance(30);
    expect(runs).toBe(3);
    expect(stderr).toHaveBeenCalledWith(expect.stringContaining('broken'));
    stderr.mockRestore();
  });

  it('follows the wall clock and can be moved on', async () => {
    const clock = DefaultWorldClock.create();
    let runs = 0;
    clock.every(50, () => void (runs += 1));
    const before = clock.now();
    await delay(300);
    expect(runs).toBeGreaterThanOrEqual(2);
    await clock.advance(3_600_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(3_600_000);
    expect(clock.now() - before).toBeLessThan(3_610_000);
    clock.stop();
  });
});
