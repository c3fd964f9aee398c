import { CheckAnnotation } from '@slipway/plugin-infra-prs-common';

/** A commit status: what there was before check runs, and what many tools still report. */
export interface StatusFacts {
  readonly name: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description?: string;
  readonly url?: string;
  readonly updatedAt: string;
  /** Login of who reported it first, and when: GitHub itself writes both down. */
  readonly creator?: string;
  readonly createdAt: string;
}

/** Reads what checks say beyond their names, with the integration's own credentials. All methods throw UpstreamError. */
export interface GithubCheckDetails {
  /** The newest of each name. */
  listStatuses(sha: string, signal: AbortSignal): Promise<StatusFacts[]>;
  listAnnotations(
    checkId: number,
    signal: AbortSignal,
  ): Promise<CheckAnnotation[]>;
}

/** Asks for a check again as a signed-in person. Throws errors of `@backstage/errors`. */
export interface GithubRerunner {
  rerun(
    check: { readonly id: number; readonly app?: string },
    signal: AbortSignal,
  ): Promise<void>;
}

/** Makes the client of one person for the time of one request; the token is kept nowhere else. */
export type GithubRerunnerFactory = (token: string) => GithubRerunner;
