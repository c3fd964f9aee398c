import {
  ChangeFinding,
  ChangeFindings,
} from '@slipway/plugin-infra-prs-common';

/** Findings as the backend answers them. */
export const findingsOf = (
  findings: readonly ChangeFinding[] = [],
  over: Partial<ChangeFindings> = {},
): ChangeFindings => ({
  headSha: 'a'.repeat(40),
  findings,
  omitted: 0,
  codeScanning: 'not_enabled',
  ...over,
});
