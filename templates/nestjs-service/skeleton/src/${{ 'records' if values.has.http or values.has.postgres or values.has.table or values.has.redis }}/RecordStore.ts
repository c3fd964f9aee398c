/** The example resource of the service: rename it to what the service is about. */
export interface StoredRecord {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly createdAt: string;
}

export interface RecordStore {
  /** Comes out the same when it is done twice. */
  save(record: StoredRecord): Promise<void>;
  get(id: string): Promise<StoredRecord | undefined>;
}

export const RECORD_STORE = Symbol('RecordStore');
