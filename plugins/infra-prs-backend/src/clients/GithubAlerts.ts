import { ChangeFinding } from '@slipway/plugin-infra-prs-common';

/** Alerts of GitHub's code scanning for one pull request. */
export interface CodeAlerts {
  /** False where it is turned off for the repository, or the integration may not see it. */
  readonly enabled: boolean;
  readonly findings: readonly ChangeFinding[];
}

/** Reads code scanning with the integration's own credentials. @throws UpstreamError */
export interface GithubAlerts {
  alertsOf(number: number, signal: AbortSignal): Promise<CodeAlerts>;
}
