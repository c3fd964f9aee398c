import { useCallback, useEffect, useState } from 'react';
import {
  errorApiRef,
  StorageApi,
  storageApiRef,
  StorageValueSnapshot,
  useApi,
} from '@backstage/core-plugin-api';

const BUCKET = 'slipway-queues';

/** What is stored for the person under a key. */
export interface Stored<T> {
  /** Undefined while it loads, when there is none, and when it makes no sense. */
  readonly value: T | undefined;
  readonly loading: boolean;
  store(value: T): void;
}

type Snapshot = StorageValueSnapshot<never>;
type Schema<T> = {
  safeParse(value: unknown): { readonly data?: T };
};

/** Reads and writes what the app stores for each person: their user settings, or the browser's storage. */
export function useStored<T>(key: string, schema: Schema<T>): Stored<T> {
  const storage: StorageApi = useApi(storageApiRef);
  const errors = useApi(errorApiRef);
  const bucket = storage.forBucket(BUCKET);
  const [snapshot, setSnapshot] = useState<Snapshot>(() =>
    bucket.snapshot(key),
  );
  useEffect(() => {
    const subscription = storage
      .forBucket(BUCKET)
      .observe$<never>(key)
      .subscribe({ next: setSnapshot });
    return () => subscription.unsubscribe();
  }, [storage, key]);
  const store = useCallback(
    (value: T) => {
      storage
        .forBucket(BUCKET)
        .set(key, JSON.parse(JSON.stringify(value)))
        .catch(error => errors.post(error));
    },
    [storage, errors, key],
  );
  return {
    value: schema.safeParse(snapshot.value).data,
    loading: snapshot.presence === 'unknown',
    store,
  };
}
