import { useCallback, useEffect, useState } from 'react';
import {
  errorApiRef,
  StorageApi,
  storageApiRef,
  StorageValueSnapshot,
  useApi,
} from '@backstage/core-plugin-api';

/** What is stored for the person under a key. @public */
export interface Stored<T> {
  /** Undefined while it loads, when there is none, and when it makes no sense. */
  readonly value: T | undefined;
  readonly loading: boolean;
  store(value: T): void;
}

/** Where something is stored: a bucket for each plugin. @public */
export interface StoredPlace {
  readonly bucket: string;
  readonly key: string;
}

type Snapshot = StorageValueSnapshot<never>;
type Schema<T> = {
  safeParse(value: unknown): { readonly data?: T };
};

/** Reads and writes what the app stores for each person: their user settings, or the browser's storage. @public */
export function useStored<T>(place: StoredPlace, schema: Schema<T>): Stored<T> {
  const { bucket: name, key } = place;
  const storage: StorageApi = useApi(storageApiRef);
  const errors = useApi(errorApiRef);
  const bucket = storage.forBucket(name);
  const [snapshot, setSnapshot] = useState<Snapshot>(() =>
    bucket.snapshot(key),
  );
  useEffect(() => {
    const subscription = storage
      .forBucket(name)
      .observe$<never>(key)
      .subscribe({ next: setSnapshot });
    return () => subscription.unsubscribe();
  }, [storage, name, key]);
  const store = useCallback(
    (value: T) => {
      storage
        .forBucket(name)
        .set(key, JSON.parse(JSON.stringify(value)))
        .catch(error => errors.post(error));
    },
    [storage, errors, name, key],
  );
  return {
    value: schema.safeParse(snapshot.value).data,
    loading: snapshot.presence === 'unknown',
    store,
  };
}
