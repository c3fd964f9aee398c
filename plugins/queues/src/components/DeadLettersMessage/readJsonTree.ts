import { visibleText } from '@slipway/platform-common';

/** More than these are slow to draw, and no tree that a person reads. */
const MAX_NODES = 3_000;
const MAX_DEPTH = 40;

/** Numbers that JavaScript would round, so that the tree would show another number than the message holds. */
const INEXACT = /\d{16,}|\d\.\d{16,}|\d[eE][+-]?\d{3,}/;
const STRINGS = /"(?:[^"\\]|\\.)*"/g;

class TooMuch extends Error {}

/**
 * A body as values that can be drawn as a tree, with everything in it made visible. Undefined where the text is better: it is
 * cut, too long, too deep, no object or list, or holds numbers that would change.
 */
export function readJsonTree(text: string): object | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (INEXACT.test(text.replace(STRINGS, '""'))) return undefined;
  let nodes = 0;
  function copy(part: unknown, depth: number): unknown {
    nodes += 1;
    if (nodes > MAX_NODES || depth > MAX_DEPTH) throw new TooMuch();
    if (typeof part === 'string') return visibleText(part);
    if (Array.isArray(part)) return part.map(item => copy(item, depth + 1));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, item]) => [
        visibleText(key),
        copy(item, depth + 1),
      ]),
    );
  }
  try {
    const tree = copy(value, 0);
    return typeof tree === 'object' && tree !== null ? tree : undefined;
  } catch (error) {
    if (error instanceof TooMuch) return undefined;
    throw error;
  }
}
