import { Labels, labelsKey } from '../tsdb/Labels';

interface Derived {
  readonly labels: Labels;
  readonly key: string;
}

/**
 * Label sets derived from others, per query. A range query derives the same sets at each step, and
 * sorting labels costs more than all its arithmetic.
 */
export class LabelCache {
  private readonly byOwner = new Map<object, Map<Labels, Derived>>();

  /** `owner` is what derives, one transformation per owner. */
  get(
    owner: object,
    labels: Labels,
    derive: (labels: Labels) => Labels,
  ): Derived {
    let cache = this.byOwner.get(owner);
    if (!cache) {
      cache = new Map();
      this.byOwner.set(owner, cache);
    }
    let derived = cache.get(labels);
    if (!derived) {
      const result = derive(labels);
      derived = { labels: result, key: labelsKey(result) };
      cache.set(labels, derived);
    }
    return derived;
  }
}
