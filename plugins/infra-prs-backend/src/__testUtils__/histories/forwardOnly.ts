import { LifeStore } from '../../store/LifeStore';
import { Violated } from './GatedPerson';

/** Watches that nobody who knew less writes over what was kept already. */
export function forwardOnly(store: LifeStore, violated: Violated): LifeStore {
  const latest = new Map<number, string>();
  const save: LifeStore['save'] = async look => {
    const isKept = await store.save(look);
    const { number, changedAt } = look.request;
    const before = latest.get(number) ?? '';
    if (isKept && changedAt < before) {
      violated(`${number} was kept as at ${changedAt}, after ${before}`);
    }
    if (isKept) latest.set(number, changedAt > before ? changedAt : before);
    return isKept;
  };
  return new Proxy(store, {
    get: (target, name) => (name === 'save' ? save : Reflect.get(target, name)),
  });
}
