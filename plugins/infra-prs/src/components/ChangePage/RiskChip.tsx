import { StatusChip, StatusKind } from '@slipway/platform-react';
import { RiskSeverity } from '@slipway/plugin-infra-prs-common';

const LOOKS: Readonly<Record<RiskSeverity, readonly [StatusKind, string]>> = {
  critical: ['error', 'Critical'],
  high: ['error', 'High'],
  medium: ['warning', 'Medium'],
  low: ['unknown', 'Low'],
};

/** How bad a risk is, in a word. */
export function RiskChip({ severity }: { severity: RiskSeverity }) {
  const [status, label] = LOOKS[severity];
  return <StatusChip status={status} label={label} />;
}
