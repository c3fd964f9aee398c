import { HistoryStores } from './HistoryDatabase';

/** Changes some methods of a store. */
function over<T extends object>(store: T, methods: Partial<T>): T {
  return new Proxy(store, {
    get: (target, name) =>
      Reflect.get(Object.hasOwn(methods, name) ? methods : target, name),
  });
}

/** What a process may be built without, so that it shows that the histories would find it out. */
export const WEAKER: Readonly<
  Record<string, (stores: HistoryStores) => HistoryStores>
> = {
  'a record of who ran the form': stores => ({
    ...stores,
    store: over(stores.store, { find: async () => [] }),
  }),
  'a note of who was told': stores => ({
    ...stores,
    noticeStore: over(stores.noticeStore, { done: async () => {} }),
  }),
  'events that only the portal knows': stores => ({
    ...stores,
    lifeStore: over(stores.lifeStore, { addEvent: async () => {} }),
  }),
  'notices that wait until they are sent': stores => ({
    ...stores,
    lifeStore: over(stores.lifeStore, {
      save: look => stores.lifeStore.save({ ...look, notices: [] }),
    }),
  }),
};
