{% if values.has.postgres %}
import { setTimeout as sleep } from 'node:timers/promises';
{% endif %}
import { Injectable } from '@nestjs/common';

export type Check = () => Promise<string | undefined> | string | undefined;

/** Knows whether the service should get work. */
@Injectable()
export class ReadinessService {
  readonly #checks: Check[] = [];
  #stopping = false;

  /** The check says why not, or nothing. */
  add(check: Check): void {
    this.#checks.push(check);
  }

  stop(): void {
    this.#stopping = true;
  }

  async reason(): Promise<string | undefined> {
    if (this.#stopping) return 'stopping';
    for (const check of this.#checks) {
{% if values.has.postgres %}
      const late = sleep(2_000, 'a check takes too long', { ref: false });
      const reason = await Promise.race([check(), late]);
{% else %}
      const reason = await check();
{% endif %}
      if (reason) return reason;
    }
    return undefined;
  }
}
