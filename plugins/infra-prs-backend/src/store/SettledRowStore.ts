import { SettledRow } from '../services/SettledRow';

/** Rows of pull requests that are over. All can be read from GitHub again. */
export interface SettledRowStore {
  all(): Promise<SettledRow[]>;
  save(row: SettledRow): Promise<void>;
}
