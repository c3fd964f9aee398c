import { Knex } from 'knex';
import { HourlyUsage, UsageStore } from './UsageStore';

const TABLE = 'cloudwatch_usage';

interface Row {
  /** BIGINT, which PostgreSQL gives as text. */
  readonly hour: number | string;
  readonly environment: string;
  readonly metrics: number | string;
}

/** {@link UsageStore} in the plugin's database. */
export class DatabaseUsageStore implements UsageStore {
  readonly #db: Knex;

  /** @param db - of the plugin, with its migrations run */
  constructor(db: Knex) {
    this.#db = db;
  }

  async add(usage: readonly HourlyUsage[]): Promise<void> {
    if (usage.length === 0) {
      return;
    }
    await this.#db<Row>(TABLE)
      .insert(
        usage.map(({ hour, environment, metrics }) => ({
          hour,
          environment,
          metrics,
        })),
      )
      .onConflict(['hour', 'environment'])
      .merge({
        metrics: this.#db.raw('?? + ??', [
          `${TABLE}.metrics`,
          'excluded.metrics',
        ]),
      });
  }

  async since(since: number): Promise<readonly HourlyUsage[]> {
    const rows = await this.#db<Row>(TABLE).where('hour', '>=', since);
    return rows.map(({ hour, environment, metrics }) => ({
      hour: Number(hour),
      environment,
      metrics: Number(metrics),
    }));
  }

  async prune(before: number): Promise<void> {
    await this.#db<Row>(TABLE).where('hour', '<', before).delete();
  }
}
