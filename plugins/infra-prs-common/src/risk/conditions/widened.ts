import { PlannedChange } from '../../plan/PlannedChange';
import { BlankValue, MaskedValue, PlanObject } from '../../plan/PlanValue';
import { RiskSeverity } from '../../plan/planRiskSchema';
import { covers, Grant, PolicyDocument, readPolicy } from '../policyDocument';
import { Hit, RiskCondition } from '../RiskRule';
import { valuesAt } from '../valuesAt';

type Widened = Extract<RiskCondition, { kind: 'widened' }>;

const ORDER: readonly RiskSeverity[] = ['critical', 'high', 'medium', 'low'];
const bySeverity = (a: RiskSeverity, b: RiskSeverity) =>
  ORDER.indexOf(a) - ORDER.indexOf(b);

/** What a policy document newly allows, and denials that are gone. A new resource is compared with nothing. */
export function widened(
  { before, after, action }: PlannedChange,
  { paths, least = 'medium', ofItself }: Widened,
): Hit[] {
  if (!after || action === 'no-op' || action === 'delete') return [];
  return paths.flatMap(path => {
    const next = policiesAt(after, path, ofItself);
    if (next === 'untold') {
      return action === 'update' && before && changesLater(before, after, path)
        ? [{ path, detail: 'what is known only after apply', severity: 'low' }]
        : [];
    }
    const old = policiesAt(before, path, ofItself);
    if (old === 'untold') return [];
    return compare(path, old, next, before === undefined).map(hit => ({
      ...hit,
      severity: [hit.severity ?? least, least].sort(bySeverity)[0],
    }));
  });
}

function compare(
  path: string,
  old: readonly PolicyDocument[],
  next: readonly PolicyDocument[],
  isNew: boolean,
): Hit[] {
  const held = old.flatMap(({ grants }) => grants);
  const added = next
    .flatMap(({ grants }) => grants)
    .filter(grant => !held.some(other => covers(other, grant)));
  const denials = new Set(next.flatMap(each => [...each.denials]));
  const undone = old
    .flatMap(each => [...each.denials])
    .filter(denial => !denials.has(denial)).length;
  const worst = added.map(severityOf).sort(bySeverity).at(0);
  const hits: Hit[] = [];
  // That something new may do something is its purpose; only what is too much is worth a word.
  if (worst && !(isNew && worst === 'medium')) {
    const told = [...added].sort((a, b) =>
      bySeverity(severityOf(a), severityOf(b)),
    );
    hits.push({ path, detail: listed(told), severity: worst });
  }
  if (next.some(({ isCut }) => isCut) && !old.some(({ isCut }) => isCut)) {
    const detail = 'more than can be compared';
    hits.push({ path, detail, severity: 'high' });
  }
  if (undone > 0) {
    const detail = `what ${undone} removed ${
      undone > 1 ? 'denials' : 'denial'
    } forbade`;
    hits.push({ path, detail, severity: 'high' });
  }
  return hits;
}

/** Rights that give their holder all others. */
const ESCALATING =
  /^(iam:(\*|passrole|put(role|user|group)policy|attach\w*policy|createpolicyversion|updateassumerolepolicy|createaccesskey)|sts:\*)$/i;

/** Actions that know no resources: every policy has to name all for them. */
const WITHOUT_RESOURCES =
  /^(ecr:GetAuthorizationToken|ecs:DescribeTaskDefinition|xray:Put(TraceSegments|TelemetryRecords)|ssmmessages:(Create|Open)(Control|Data)Channel)$/i;

function severityOf(grant: Grant): RiskSeverity {
  const { action, resource, principal, condition } = grant;
  if (WITHOUT_RESOURCES.test(action)) return 'medium';
  const anywhere = resource === '*' || resource === '';
  if (principal === '*' && condition === '') return 'critical';
  if (action === '*' && anywhere && condition === '') return 'critical';
  if (ESCALATING.test(action) && resource === '*') return 'critical';
  if (/\*/.test(action) || resource === '*' || principal === '*') return 'high';
  return ESCALATING.test(action) ? 'high' : 'medium';
}

function listed(grants: readonly Grant[]): string {
  const words = [...new Set(grants.map(wordsOf))];
  const more = words.length > 4 ? `, and ${words.length - 4} more` : '';
  return words.slice(0, 4).join(', ') + more;
}

function wordsOf({ action, resource, principal, condition }: Grant): string {
  const parts = [
    action === '*' ? 'every action' : action,
    ...(resource ? [`on ${resource === '*' ? 'everything' : resource}`] : []),
    ...(principal ? [`for ${principal === '*' ? 'everyone' : principal}`] : []),
    ...(condition ? ['under a condition'] : []),
  ];
  return parts.join(' ').slice(0, 200);
}

function policiesAt(
  values: PlanObject | undefined,
  path: string,
  ofItself?: boolean,
): readonly PolicyDocument[] | 'untold' {
  const found = valuesAt(values, path);
  const untold = found.some(
    value => value instanceof BlankValue || value instanceof MaskedValue,
  );
  return untold
    ? 'untold'
    : found.flatMap(value => readPolicy(value, ofItself) ?? []);
}

function changesLater(before: PlanObject, after: PlanObject, path: string) {
  return (
    valuesAt(after, path).some(value => value instanceof BlankValue) &&
    valuesAt(before, path).length > 0
  );
}
