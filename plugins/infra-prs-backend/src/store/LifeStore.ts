import { Notice } from '../watch/Notice';
import {
  RequestEvent,
  RequestLife,
  RequestPull,
} from '@slipway/plugin-infra-prs-common';

/** Where a request stands and when it came there; times are ISO 8601. */
export interface StoredRequest {
  /** Of its pull request in the infrastructure repository. */
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly headSha: string;
  /** Ref of what it is about. */
  readonly entity?: string;
  readonly template?: string;
  readonly templateVersion?: string;
  readonly requesters: readonly string[];
  /** Names of the environments it reaches. */
  readonly environments: readonly string[];
  /** What the form said, without secrets. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly stage: RequestLife['stage'];
  readonly state: RequestLife['state'];
  readonly problem?: RequestLife['problem'];
  readonly waitsFor?: string;
  readonly stageSince: string;
  readonly requestedAt: string;
  readonly plannedAt?: string;
  readonly approvedAt?: string;
  readonly mergedAt?: string;
  readonly appliedAt?: string;
  readonly liveAt?: string;
  readonly closedAt?: string;
  /** Commit that its merge made. */
  readonly mergeSha?: string;
  /** What it takes back: changes by number, and commits. */
  readonly reverts?: {
    readonly numbers: readonly number[];
    readonly commits: readonly string[];
  };
  /** When it last changed on the Git host. */
  readonly changedAt: string;
}

/** A request as it was kept, and by which write. */
export interface KeptRequest extends StoredRequest {
  readonly version: number;
  /** When it was looked at last. */
  readonly lookedAt: string;
}

/** Which kept requests to read. */
export interface LifeQuery {
  readonly entity?: string;
  readonly requester?: string;
  /** Only what is not over, or only what was merged at this time or later. */
  readonly unfinished?: boolean;
  readonly mergedSince?: string;
}

/**
 * What is known of the requests of one infrastructure repository, shared by replicas. Everything but the events that only
 * the portal knows of can be read from the Git host again.
 */
export interface LifeStore {
  find(number: number): Promise<KeptRequest | undefined>;
  findMany(
    numbers: readonly number[],
  ): Promise<ReadonlyMap<number, KeptRequest>>;
  /** Newest first. */
  list(query: LifeQuery): Promise<KeptRequest[]>;
  /** So many of those with a higher number, the lowest first. */
  page(of: {
    readonly after: number;
    readonly limit: number;
  }): Promise<KeptRequest[]>;
  /** Of the requests whose head or merge one of these commits is. */
  numbersOf(shas: readonly string[]): Promise<number[]>;
  pulls(number: number): Promise<RequestPull[]>;
  /** Oldest first. */
  events(number: number): Promise<RequestEvent[]>;
  /** When each of these first failed to apply or to roll out; those that did not are left out. */
  failures(numbers: readonly number[]): Promise<ReadonlyMap<number, string>>;
  /** Notes what the Git host cannot tell: that somebody acted in the portal, and why. Once for each id. */
  addEvent(number: number, event: RequestEvent): Promise<void>;
  /** Notes a pull request of another repository before anybody has looked at it. */
  addPull(
    number: number,
    pull: Pick<RequestPull, 'role' | 'repository' | 'number' | 'url'>,
  ): Promise<void>;
  /**
   * Keeps all of it or nothing.
   *
   * @returns false, with nothing kept, when somebody else wrote since `previous` was read.
   */
  save(look: {
    readonly previous: KeptRequest | undefined;
    readonly request: StoredRequest;
    readonly pulls: readonly RequestPull[];
    readonly events: readonly RequestEvent[];
    /** What people are to be told; those told before are not told again. */
    readonly notices: readonly Notice[];
    /** It only now came to be known and happened long ago: nobody wants to be told. */
    readonly isOldNews: boolean;
  }): Promise<boolean>;
}
