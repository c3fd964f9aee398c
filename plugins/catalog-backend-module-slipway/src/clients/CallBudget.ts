/** Calls that may be made at once after a quiet second. */
const BURST = 5;

/**
 * How many calls a second each account and region gets from the catalog, so that reading thousands of queues neither
 * throttles the applications of that account nor the other parts of Slipway.
 */
export class CallBudget {
  readonly #intervalMs: number;
  readonly #nextAt = new Map<string, number>();

  constructor(callsPerSecond: number) {
    this.#intervalMs = 1_000 / callsPerSecond;
  }

  /** Resolves when the next call may be made. Rejects when the signal is aborted meanwhile. */
  async take(
    { account, region }: { account: string; region: string },
    signal: AbortSignal,
  ): Promise<void> {
    const target = `${account} ${region}`;
    const earliest = Date.now() - BURST * this.#intervalMs;
    const at = Math.max(this.#nextAt.get(target) ?? 0, earliest);
    this.#nextAt.set(target, at + this.#intervalMs);
    const wait = at - Date.now();
    if (wait > 0) {
      await new Promise(resolve => setTimeout(resolve, wait));
    }
    signal.throwIfAborted();
  }
}
