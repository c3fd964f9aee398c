import { Millis } from '../../world/types';
import { SqsMessage } from './SqsMessage';

/** Messages of one queue: those that can be taken now, in order, and those hidden until a time. */
export class MessageStore {
  /** Ready messages from `head` on; what lies before it was taken. */
  private ready: SqsMessage[] = [];
  private head = 0;
  private readonly hidden = new Map<string, SqsMessage>();

  constructor(private readonly ordered: boolean) {}

  get size(): number {
    return this.readyCount + this.hidden.size;
  }

  get readyCount(): number {
    return this.ready.length - this.head;
  }

  add(message: SqsMessage, now: Millis): void {
    if (message.visibleAt > now) {
      this.hidden.set(message.id, message);
    } else {
      this.ready.push(message);
    }
  }

  /** Makes messages whose time has come ready again. */
  settle(now: Millis): void {
    let returned = false;
    for (const [id, message] of this.hidden) {
      if (message.visibleAt <= now) {
        this.hidden.delete(id);
        this.ready.push(message);
        returned = true;
      }
    }
    if (returned && this.ordered) {
      this.compact();
      this.ready.sort((a, b) => a.sequence - b.sequence);
    }
  }

  /** Takes up to `limit` ready messages out; the caller hides, moves or drops them. */
  take(limit: number): SqsMessage[] {
    if (this.ordered) {
      return this.takeByGroup(limit);
    }
    const taken = this.ready.slice(this.head, this.head + limit);
    this.head += taken.length;
    if (this.head > 1_024) {
      this.compact();
    }
    return taken;
  }

  /** Removes a hidden or ready message; false when it is gone already. */
  remove(id: string): boolean {
    if (this.hidden.delete(id)) {
      return true;
    }
    const index = this.ready.findIndex(
      (message, at) => at >= this.head && message.id === id,
    );
    if (index >= 0) {
      this.ready.splice(index, 1);
    }
    return index >= 0;
  }

  find(id: string): SqsMessage | undefined {
    return (
      this.hidden.get(id) ??
      this.ready.find((message, at) => at >= this.head && message.id === id)
    );
  }

  clear(): void {
    this.ready = [];
    this.head = 0;
    this.hidden.clear();
  }

  /** Counts hidden messages: in flight once received, else delayed. */
  hiddenCounts(): { inFlight: number; delayed: number } {
    let inFlight = 0;
    for (const message of this.hidden.values()) {
      inFlight += message.receiveCount > 0 ? 1 : 0;
    }
    return { inFlight, delayed: this.hidden.size - inFlight };
  }

  oldestArrival(): Millis | undefined {
    let oldest: Millis | undefined;
    for (const message of this.all()) {
      oldest = Math.min(oldest ?? Infinity, message.arrivedAt);
    }
    return oldest;
  }

  *all(): Iterable<SqsMessage> {
    for (let at = this.head; at < this.ready.length; at += 1) {
      yield this.ready[at];
    }
    yield* this.hidden.values();
  }

  private compact(): void {
    this.ready = this.ready.slice(this.head);
    this.head = 0;
  }

  /** FIFO: a group waits while one of its messages is in flight. */
  private takeByGroup(limit: number): SqsMessage[] {
    this.compact();
    const busy = new Set(
      [...this.hidden.values()].map(message => message.groupId),
    );
    const taken = this.ready
      .filter(message => !busy.has(message.groupId))
      .slice(0, limit);
    const chosen = new Set(taken);
    this.ready = this.ready.filter(message => !chosen.has(message));
    return taken;
  }
}
