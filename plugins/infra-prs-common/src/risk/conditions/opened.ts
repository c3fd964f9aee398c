import { PlannedChange } from '../../plan/PlannedChange';
import { isObjectValue, PlanObject } from '../../plan/PlanValue';
import { RiskSeverity } from '../../plan/planRiskSchema';
import { Hit } from '../RiskRule';
import { numberOf, textsOf, valuesAt } from '../valuesAt';

/** One way in from everywhere. */
interface Opening {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

const EVERYWHERE = ['0.0.0.0/0', '::/0'];
const ALL = 65_535;
/** Ports that the internet is meant to reach. */
const WEB = [80, 443];
/** Remote shells and what keeps data. */
const GUARDED = [
  22, 23, 1433, 1521, 2379, 3306, 3389, 5432, 5439, 5672, 6379, 8182, 9042,
  9092, 9200, 11211, 27017,
];

const keyOf = ({ from, to }: Opening) => `${from} ${to}`;

/** Ports that everyone may reach and could not before. */
export function opened(planned: PlannedChange): Hit[] {
  const known = new Set(openingsOf(planned, planned.before).map(keyOf));
  return openingsOf(planned, planned.after)
    .filter(opening => !known.has(keyOf(opening)))
    .map(opening => ({
      path: opening.path,
      detail: portsOf(opening),
      severity: severityOf(opening),
    }));
}

function openingsOf(
  { type }: PlannedChange,
  values: PlanObject | undefined,
): Opening[] {
  if (!values) return [];
  if (type === 'aws_security_group' || type === 'aws_default_security_group') {
    return valuesAt(values, 'ingress')
      .flatMap(rules => (Array.isArray(rules) ? rules : [rules]))
      .flatMap(rule => (isObjectValue(rule) ? openingOf(rule, 'ingress') : []));
  }
  const inward = values.get('type') ?? 'ingress';
  return inward === 'ingress' ? openingOf(values, '') : [];
}

function openingOf(rule: PlanObject, path: string): Opening[] {
  const names = [
    'cidr_blocks',
    'ipv6_cidr_blocks',
    'cidr_ipv4',
    'cidr_ipv6',
  ].filter(name =>
    textsOf(rule.get(name)).some(cidr => EVERYWHERE.includes(cidr)),
  );
  if (names.length === 0) return [];
  const protocol = String(rule.get('protocol') ?? rule.get('ip_protocol'));
  const all = protocol === '-1' || protocol === 'all';
  const from = all ? 0 : numberOf(rule.get('from_port')) ?? 0;
  const to = all ? ALL : numberOf(rule.get('to_port')) ?? ALL;
  return [{ path: path || names[0], from, to }];
}

function portsOf({ from, to }: Opening): string {
  if (from <= 0 && to >= ALL) return 'all ports';
  return from === to ? `port ${from}` : `ports ${from} to ${to}`;
}

function severityOf({ from, to }: Opening): RiskSeverity {
  if (from === to && WEB.includes(from)) return 'medium';
  return GUARDED.some(port => from <= port && port <= to) ? 'critical' : 'high';
}
