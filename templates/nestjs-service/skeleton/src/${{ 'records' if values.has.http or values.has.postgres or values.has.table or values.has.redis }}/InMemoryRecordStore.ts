import type { RecordStore, StoredRecord } from './RecordStore.js';

/** Keeps records until the process ends{% if not values.has.postgres and not values.has.table %}. Put a real store in its place{% else %}, for tests{% endif %}. */
export class InMemoryRecordStore implements RecordStore {
  readonly #records = new Map<string, StoredRecord>();

  async save(record: StoredRecord): Promise<void> {
    this.#records.set(record.id, record);
  }

  async get(id: string): Promise<StoredRecord | undefined> {
    return this.#records.get(id);
  }
}
