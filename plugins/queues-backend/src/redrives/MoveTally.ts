import { ReceivedMessage } from '../clients/ReceivedMessage';
import { RedriveChange } from '../store/RedriveStore';
import { countOf } from './redriveText';

/** Counts what becomes of chosen messages. */
export class MoveTally {
  readonly #wanted: Set<string>;
  readonly #total: number;
  readonly #blockedGroups = new Set<string>();
  readonly #failures = new Map<string, number>();
  #moved = 0;
  #brokeOff: string | undefined;
  #cancelled = false;

  constructor(messageIds: readonly string[]) {
    this.#wanted = new Set(messageIds);
    this.#total = this.#wanted.size;
  }

  get moved(): number {
    return this.#moved;
  }

  /** Nothing is left to look for. */
  get isComplete(): boolean {
    return this.#wanted.size === 0;
  }

  /** Whether to move the message: it was chosen, and no earlier one of its group failed, which keeps the order. */
  wants({ id, groupId }: ReceivedMessage): boolean {
    if (!this.#wanted.has(id)) return false;
    if (groupId === undefined || !this.#blockedGroups.has(groupId)) return true;
    this.#wanted.delete(id);
    this.#count('an earlier message of its group was not moved');
    return false;
  }

  done({ id }: ReceivedMessage): void {
    this.#wanted.delete(id);
    this.#moved += 1;
  }

  /** It was sent, and is still in the dead-letter queue. */
  doubled(message: ReceivedMessage, reason: string): void {
    this.done(message);
    this.#count(`sent, but not deleted here (${reason})`);
  }

  fail({ id, groupId }: ReceivedMessage, reason: string): void {
    this.#wanted.delete(id);
    if (groupId !== undefined) this.#blockedGroups.add(groupId);
    this.#count(reason);
  }

  /** Nothing more can be read. */
  breakOff(reason: string): void {
    this.#brokeOff = reason;
  }

  cancel(): void {
    this.#cancelled = true;
  }

  /** How it ended, in words where not all is well. */
  result(): RedriveChange {
    const moved = this.#moved;
    if (this.#cancelled) return { status: 'cancelled', moved };
    const reasons = [...this.#failures].map(
      ([reason, count]) => `${count} × ${reason}`,
    );
    if (this.#brokeOff) reasons.push(`reading broke off: ${this.#brokeOff}`);
    else if (this.#wanted.size > 0) {
      reasons.push(
        `${
          this.#wanted.size
        } not found: hidden by somebody, deleted, or too far back in the queue`,
      );
    }
    if (reasons.length === 0) return { status: 'completed', moved };
    const stay = this.#total - moved;
    const rest = stay > 0 ? `; ${stay} still in the dead-letter queue` : '';
    return {
      status: 'failed',
      moved,
      failure: `${moved} of ${countOf(
        this.#total,
        'message',
      )} moved${rest}. ${reasons.join('; ')}`,
    };
  }

  #count(reason: string): void {
    this.#failures.set(reason, (this.#failures.get(reason) ?? 0) + 1);
  }
}
