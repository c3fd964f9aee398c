import {
  ChangeBlocker,
  ChangeFinding,
  isAtLeast,
  markNew,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { ChangeFacts } from '../changeFacts';
import { AUTHOR } from '../planBlockers';

/** What is known of GitHub's code scanning when a change is judged. */
export type AlertKnowledge =
  | {
      readonly alerts: readonly ChangeFinding[];
      /** Alerts as bad as this keep a change from being merged. */
      readonly least: RiskSeverity;
    }
  /** It has to be known, and could not be read. */
  | { readonly problem: string };

/** Alerts that keep a change from being merged: only what it brought, as with findings of the plan's check. */
export function alertBlockers(
  { pull, files }: Pick<ChangeFacts, 'pull' | 'files'>,
  known: AlertKnowledge | undefined,
): ChangeBlocker[] {
  if (!known || pull.state === 'closed' || pull.mergedAt) return [];
  if ('problem' in known) {
    return [
      {
        code: 'unreadable',
        message: `GitHub's code scanning could not be asked: ${known.problem}`,
        who: 'Nobody: try again in a moment',
      },
    ];
  }
  const [first, ...others] = markNew(known.alerts, files).filter(
    ({ severity, isNew }) =>
      isNew !== false && isAtLeast(severity, known.least),
  );
  if (!first) return [];
  const { tool, path, line, message, url } = first;
  const at = line === undefined ? '' : `:${line}`;
  const where = path === undefined ? '' : `${path}${at}: `;
  const more = others.length > 0 ? `, and ${others.length} more like it` : '';
  return [
    {
      code: 'plan_risk',
      message: `Code scanning found what is too risky: ${where}${message}${more}`,
      who: `${AUTHOR} pushes a fix, or somebody who may dismiss alerts does so on GitHub; the platform team sets slipway.infraPrs.codeScanning.blockingSeverity`,
      links: [
        {
          text: tool,
          ...(url === undefined ? { section: 'checks' } : { url }),
        },
      ],
    },
  ];
}
