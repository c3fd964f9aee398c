import { SeededRandom } from '../SeededRandom';
import { Millis } from '../types';

const DAY = 86_400_000;

const seeds = new Map<string, number>();

/** Seed of a named curve; kept, as the same few names are asked for all the time. */
function seedOf(name: string, seed: number): number {
  const key = `${seed} ${name}`;
  const known = seeds.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = SeededRandom.seedOf(name, seed);
  seeds.set(key, made);
  return made;
}

/** A value in [-1, 1] that belongs to the `step`th point of a curve. */
const point = (curve: number, step: number) =>
  // A prime apart, so that the points of a curve are unrelated.
  (SeededRandom.at(curve + step * 7919) - 0.5) * 2;

/** Smooth noise in [-1, 1] that changes over `periodMs`; the same for the same name, time and seed. */
export function wave(
  name: string,
  time: Millis,
  periodMs: number,
  seed: number,
): number {
  const position = time / periodMs;
  const step = Math.floor(position);
  const share = (1 - Math.cos((position - step) * Math.PI)) / 2;
  const curve = seedOf(name, seed);
  const from = point(curve, step);
  return from + (point(curve, step + 1) - from) * share;
}

/** How busy a service is at a time of day: 1 on average, least at 3:00 UTC and most at 15:00. */
const dayCurve = (time: Millis): number =>
  1 + 0.4 * Math.sin(((time % DAY) / DAY - 0.375) * 2 * Math.PI);

/** Events per second at `time` of something that has `average` a second over a day. */
export function rateAt(
  name: string,
  average: number,
  time: Millis,
  seed: number,
): number {
  const slow = wave(name, time, 240_000, seed);
  const fast = wave(`${name}~`, time, 20_000, seed);
  return average * dayCurve(time) * (1 + 0.15 * slow + 0.08 * fast);
}

/** Messages that a healthy consumer leaves waiting: a few, in waves, more where more flow. */
export function restingDepth(
  queue: string,
  perSecond: number,
  time: Millis,
  seed: number,
): number {
  const height = Math.min(34, 4 + 6 * perSecond);
  const swell = (1 + wave(`${queue}/depth`, time, 45_000, seed)) / 2;
  return Math.round(2 + height * swell * swell);
}
