import { BoardResponse } from '@slipway/plugin-queues-common';

/** No longer than signals wait before they tell of a change, so that who comes for it is never given an older board. */
const KEEP_MS = 1_000;

interface Kept {
  readonly at: number;
  readonly board: Promise<BoardResponse>;
}

/** Boards that were made a moment ago, for all who would see the same. */
export class SharedBoards {
  readonly #kept = new Map<string, Kept>();

  /** The board of a key, made unless it was a moment ago. */
  get(key: string, make: () => Promise<BoardResponse>): Promise<BoardResponse> {
    const now = Date.now();
    for (const [other, { at }] of this.#kept) {
      if (now - at >= KEEP_MS) {
        this.#kept.delete(other);
      }
    }
    const kept = this.#kept.get(key);
    if (kept) {
      return kept.board;
    }
    const made: Kept = { at: now, board: make() };
    this.#kept.set(key, made);
    made.board.catch(() => {
      // The next caller tries again.
      if (this.#kept.get(key) === made) {
        this.#kept.delete(key);
      }
    });
    return made.board;
  }
}
