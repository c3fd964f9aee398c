import { RequestMetadata } from '@slipway/plugin-infra-prs-common';

/** That a person asked for a pull request through a golden path. */
export interface RequestRecord {
  readonly pullRequestNumber: number;
  /** Who asked, as the portal signed them in: not what the metadata claims. */
  readonly requester: string;
  readonly metadata: RequestMetadata;
}

/** A record as it was kept. */
export interface KeptRecord extends RequestRecord {
  /** When it was first made; ISO 8601. */
  readonly recordedAt: string;
}

/** Requests of one infrastructure repository. */
export interface RequestStore {
  /** Writes a record; a second one of the same person for the same pull request replaces the first. */
  save(record: RequestRecord): Promise<void>;
  /** Records of the pull requests, oldest first. */
  find(pullRequestNumbers: readonly number[]): Promise<KeptRecord[]>;
}
