import { requestMetadataSchema } from '@slipway/plugin-infra-prs-common';
import { Knex } from 'knex';
import { KeptRecord, RequestRecord, RequestStore } from './RequestStore';

interface Row {
  readonly repository: string;
  readonly pull_request_number: number;
  readonly requester: string;
  readonly request_id: string;
  readonly template: string;
  readonly template_version: string;
  readonly entity: string;
  readonly environments: string;
  readonly parameters: string;
  readonly recorded_at: Date | string | number;
}

const TABLE = 'change_requests';

function toRecord(row: Row): KeptRecord {
  return {
    recordedAt: new Date(row.recorded_at).toISOString(),
    pullRequestNumber: row.pull_request_number,
    requester: row.requester,
    metadata: requestMetadataSchema.parse({
      version: 1,
      id: row.request_id,
      template: row.template,
      templateVersion: row.template_version,
      requester: row.requester,
      entity: row.entity,
      environments: JSON.parse(row.environments),
      parameters: JSON.parse(row.parameters),
    }),
  };
}

/** {@link RequestStore} in the plugin's database, whose migrations have run. */
export class DatabaseRequestStore implements RequestStore {
  readonly #db: Knex;
  readonly #repository: string;

  constructor(db: Knex, repository: string) {
    this.#db = db;
    this.#repository = repository;
  }

  async save(record: RequestRecord): Promise<void> {
    const { metadata } = record;
    const row: Row = {
      repository: this.#repository,
      pull_request_number: record.pullRequestNumber,
      requester: record.requester,
      request_id: metadata.id,
      template: metadata.template,
      template_version: metadata.templateVersion,
      entity: metadata.entity,
      environments: JSON.stringify(metadata.environments),
      parameters: JSON.stringify(metadata.parameters),
      recorded_at: new Date(),
    };
    // When it was first recorded stays: who comes later does not say what the change is about.
    const { recorded_at: _, ...update } = row;
    await this.#db<Row>(TABLE)
      .insert(row)
      .onConflict(['repository', 'pull_request_number', 'requester'])
      .merge(update);
  }

  async find(pullRequestNumbers: readonly number[]): Promise<KeptRecord[]> {
    const rows = await this.#db<Row>(TABLE)
      .where({ repository: this.#repository })
      .whereIn('pull_request_number', [...pullRequestNumbers])
      .orderBy('recorded_at')
      .select();
    return rows.map(toRecord);
  }
}
