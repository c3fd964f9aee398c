import { z } from 'zod';
import { Loaded } from '../KeyLoader';
import { Ttl } from '../Ttl';
import { SharedValues } from '../types';

/** `at`, `since`: when the read ended and began, in epoch milliseconds of the replica that made it. */
const recordSchema = z.object({
  at: z.number(),
  since: z.number(),
  value: z.unknown(),
});

/** A value on its way between replicas. */
export interface SharedRecord<T> extends Loaded<T> {
  readonly since: number;
}

/** Turns values into text and back. What cannot be used, such as a value of another release, is as good as none. */
export class SharedValueCodec<T> {
  readonly #values: SharedValues<T>;
  readonly #ttl: Ttl<T>;

  constructor(values: SharedValues<T>, ttl: Ttl<T>) {
    this.#values = values;
    this.#ttl = ttl;
  }

  encode({ value, readAt, since }: SharedRecord<T>): string {
    const { encode } = this.#values;
    return JSON.stringify({
      at: readAt,
      since,
      value: encode ? encode(value) : value,
    });
  }

  decode(text: string | undefined): SharedRecord<T> | undefined {
    if (text === undefined) {
      return undefined;
    }
    try {
      const record = recordSchema.parse(JSON.parse(text));
      const value = this.#values.decode(record.value);
      return {
        value,
        readAt: this.#readAt(record.at, value),
        since: record.since,
      };
    } catch {
      return undefined;
    }
  }

  /** That it is still in the cache says more about its age than the clock of another replica. */
  #readAt(at: number, value: T): number {
    const now = Date.now();
    return Math.min(now, Math.max(at, now - this.#ttl.ofValue(value)));
  }
}
