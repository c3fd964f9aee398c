const UNITS: ReadonlyArray<readonly [number, string]> = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
  [1, 's'],
];

/** A time in its largest unit, rounded down where it does not fit: `4 d`, `9 h`, `22 min`. */
export function inWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [size, unit] = UNITS.find(([least]) => whole >= least) ?? [1, 's'];
  return `${Math.floor(whole / size)} ${unit}`;
}
