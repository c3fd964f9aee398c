const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** A part of each day, in one time zone, in which nobody wants to be disturbed. */
export class QuietHours {
  readonly #from: number;
  readonly #to: number;
  readonly #clock: Intl.DateTimeFormat;

  /** Times of day such as `22:00`, and an IANA time zone, as the config has checked them. */
  static of(options: {
    readonly from: string;
    readonly to: string;
    readonly timezone: string;
  }): QuietHours {
    return new QuietHours(options);
  }

  private constructor(options: { from: string; to: string; timezone: string }) {
    this.#from = minuteOf(options.from);
    this.#to = minuteOf(options.to);
    this.#clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: options.timezone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  }

  /** When the quiet hours that `now` lies in end; undefined outside of them. Milliseconds since the epoch. */
  endOf(now: number): number | undefined {
    const local = this.#minuteOfDay(now);
    if (!this.#isQuiet(local)) {
      return undefined;
    }
    const end =
      Math.floor(now / MINUTE_MS) * MINUTE_MS +
      forward(local, this.#to) * MINUTE_MS;
    // Where clocks are put forward or back in between, the day is an hour shorter or longer.
    const late = forward(this.#to, this.#minuteOfDay(end));
    const shift = late > DAY_MINUTES / 2 ? late - DAY_MINUTES : late;
    return end - shift * MINUTE_MS;
  }

  #isQuiet(minute: number): boolean {
    return this.#from < this.#to
      ? minute >= this.#from && minute < this.#to
      : minute >= this.#from || minute < this.#to;
  }

  #minuteOfDay(time: number): number {
    return minuteOf(this.#clock.format(time));
  }
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Minutes from one time of day to the next time it is `to`. */
function forward(from: number, to: number): number {
  return (to - from + DAY_MINUTES) % DAY_MINUTES;
}
