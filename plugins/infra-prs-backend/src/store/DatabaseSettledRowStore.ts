import { Knex } from 'knex';
import { SettledRow, settledRowSchema } from '../services/SettledRow';
import { SettledRowStore } from './SettledRowStore';

interface Row {
  readonly repository: string;
  readonly pull_request_number: number;
  readonly head_sha: string;
  readonly row: string;
}

const TABLE = 'change_rows';

function toRow({ row }: Row): SettledRow[] {
  try {
    const { data } = settledRowSchema.safeParse(JSON.parse(row));
    return data ? [data] : [];
  } catch {
    // Of another release: it is read from GitHub again.
    return [];
  }
}

/** {@link SettledRowStore} in the plugin's database. */
export class DatabaseSettledRowStore implements SettledRowStore {
  readonly #db: Knex;
  readonly #repository: string;

  /** The database has to be migrated. */
  constructor(db: Knex, repository: string) {
    this.#db = db;
    this.#repository = repository;
  }

  async all(): Promise<SettledRow[]> {
    const rows = await this.#db<Row>(TABLE)
      .where({ repository: this.#repository })
      .select();
    return rows.flatMap(toRow);
  }

  async save(row: SettledRow): Promise<void> {
    await this.#db<Row>(TABLE)
      .insert({
        repository: this.#repository,
        pull_request_number: row.number,
        head_sha: row.headSha,
        row: JSON.stringify(row),
      })
      .onConflict(['repository', 'pull_request_number'])
      .merge();
  }
}
