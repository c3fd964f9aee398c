const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
};
/** SQS keeps no message longer. */
const LONGEST = 1_209_600;

const SHORT = /^(\d{1,7})\s?([smhd])$/i;
const ISO =
  /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/i;

/**
 * Seconds of an age objective such as `5m`, `2 h` or `PT5M`; nothing when the text is no time between a second and 14 days.
 * @public
 */
export function parseAgeObjective(
  text: string | undefined,
): number | undefined {
  const trimmed = (text ?? '').trim();
  const short = SHORT.exec(trimmed);
  const seconds = short
    ? Number(short[1]) * UNITS[short[2].toLowerCase()]
    : isoSeconds(trimmed);
  return seconds >= 1 && seconds <= LONGEST ? seconds : undefined;
}

function isoSeconds(text: string): number {
  const [, days = 0, hours = 0, minutes = 0, seconds = 0] =
    ISO.exec(text) ?? [];
  return (
    Number(days) * 86_400 +
    Number(hours) * 3_600 +
    Number(minutes) * 60 +
    Number(seconds)
  );
}
