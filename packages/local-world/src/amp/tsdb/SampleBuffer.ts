import { Millis } from '../../world/types';

const CHUNK_SAMPLES = 512;

interface Chunk {
  readonly base: Millis;
  readonly offsets: Uint32Array;
  readonly values: Float64Array;
  length: number;
}

/** Samples of one series between two times, oldest first. */
export interface SampleWindow {
  readonly times: readonly Millis[];
  readonly values: readonly number[];
}

/** Samples of one series in chunks of 12 bytes a sample; times never go back. */
export class SampleBuffer {
  private chunks: Chunk[] = [];
  private lastTime = Number.NEGATIVE_INFINITY;

  constructor(private readonly retention: Millis) {}

  append(time: Millis, value: number): void {
    const at = Math.round(time);
    if (at < this.lastTime) {
      throw new RangeError(
        `Sample at ${at} is older than the last one of its series at ${this.lastTime}`,
      );
    }
    let chunk = this.chunks.at(-1);
    if (at === this.lastTime && chunk) {
      chunk.values[chunk.length - 1] = value;
      return;
    }
    if (!chunk || chunk.length === CHUNK_SAMPLES || at - chunk.base > 2 ** 31) {
      chunk = this.startChunk(at);
    }
    chunk.offsets[chunk.length] = at - chunk.base;
    chunk.values[chunk.length] = value;
    chunk.length += 1;
    this.lastTime = at;
  }

  /** Time and value of the newest sample at or before `time`. */
  lastAtOrBefore(time: Millis): { time: Millis; value: number } | undefined {
    for (let c = this.chunks.length - 1; c >= 0; c -= 1) {
      const chunk = this.chunks[c];
      if (chunk.base <= time) {
        const index = upperBound(chunk, time) - 1;
        return {
          time: chunk.base + chunk.offsets[index],
          value: chunk.values[index],
        };
      }
    }
    return undefined;
  }

  /** Samples with `from` <= time <= `to`. */
  between(from: Millis, to: Millis): SampleWindow {
    const times: Millis[] = [];
    const values: number[] = [];
    for (const chunk of this.chunks) {
      if (chunk.base > to) break;
      if (chunk.base + chunk.offsets[chunk.length - 1] < from) continue;
      const end = upperBound(chunk, to);
      for (let i = upperBound(chunk, from - 1); i < end; i += 1) {
        times.push(chunk.base + chunk.offsets[i]);
        values.push(chunk.values[i]);
      }
    }
    return { times, values };
  }

  private startChunk(base: Millis): Chunk {
    const oldest = base - this.retention;
    this.chunks = this.chunks.filter(
      chunk => chunk.base + chunk.offsets[chunk.length - 1] >= oldest,
    );
    const chunk = {
      base,
      offsets: new Uint32Array(CHUNK_SAMPLES),
      values: new Float64Array(CHUNK_SAMPLES),
      length: 0,
    };
    this.chunks.push(chunk);
    return chunk;
  }
}

/** Index of the first sample of the chunk that is later than `time`. */
function upperBound(chunk: Chunk, time: Millis): number {
  let low = 0;
  let high = chunk.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (chunk.base + chunk.offsets[middle] <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
