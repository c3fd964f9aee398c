/** Shown where there is no value. @public */
export const NO_DATA = '–';

const compact = new Intl.NumberFormat('en', {
  notation: 'compact',
  maximumSignificantDigits: 3,
});
const plain = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `1,234`, `12.3K`; small numbers keep two decimals. @public */
export function formatNumber(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) {
    return NO_DATA;
  }
  if (Math.abs(value) >= 10_000) {
    return compact.format(value);
  }
  return Number.isInteger(value) ? whole.format(value) : plain.format(value);
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes as `1.5 MiB`. @public */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined || !Number.isFinite(bytes)) {
    return NO_DATA;
  }
  const power = Math.min(
    Math.floor(Math.log2(Math.max(Math.abs(bytes), 1)) / 10),
    BYTE_UNITS.length - 1,
  );
  const value = bytes / 1024 ** power;
  return `${plain.format(Number(value.toPrecision(3)))} ${BYTE_UNITS[power]}`;
}

const DURATION_UNITS: ReadonlyArray<readonly [string, number]> = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
];

/** Seconds as `120 ms`, `4.2 s`, `3 min 10 s`, `2 d 4 h`. @public */
export function formatDuration(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) {
    return NO_DATA;
  }
  if (seconds > 0 && seconds < 1) {
    return `${plain.format(Number((seconds * 1000).toPrecision(3)))} ms`;
  }
  if (seconds < 60) {
    return `${plain.format(Number(seconds.toPrecision(2)))} s`;
  }
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of DURATION_UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) {
      parts.push(`${count} ${unit}`);
    } else if (parts.length > 0) {
      break;
    }
  }
  return parts.slice(0, 2).join(' ');
}

/** Seconds in one unit, for an axis: `1.5 min`, `5.6 h`. @public */
export function formatDurationTick(seconds: number): string {
  const [unit, size] =
    DURATION_UNITS.find(([, length]) => seconds >= length) ??
    DURATION_UNITS[DURATION_UNITS.length - 1];
  return size > 1
    ? `${plain.format(Number((seconds / size).toPrecision(2)))} ${unit}`
    : formatDuration(seconds);
}

/** A rate as `12.5/s`; slow ones as `3/min`. @public */
export function formatRate(perSecond: number | undefined): string {
  if (perSecond === undefined || !Number.isFinite(perSecond)) {
    return NO_DATA;
  }
  if (perSecond > 0 && perSecond < 0.1) {
    return `${formatNumber(Number((perSecond * 60).toPrecision(2)))}/min`;
  }
  return `${formatNumber(Number(perSecond.toPrecision(3)))}/s`;
}

/** A share between 0 and 1 as `0.42 %`. @public */
export function formatPercent(share: number | undefined): string {
  if (share === undefined || !Number.isFinite(share)) {
    return NO_DATA;
  }
  return `${plain.format(Number((share * 100).toPrecision(3)))} %`;
}
