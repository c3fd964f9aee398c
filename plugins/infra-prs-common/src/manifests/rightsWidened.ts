import { PlanObject, PlanValue } from '../plan/PlanValue';
import { RiskSeverity } from '../plan/planRiskSchema';
import { objectsAt, textsAt, valueAt } from './manifestAt';
import { ManifestHit } from './ManifestRule';
import { KubernetesManifest, ManifestPair } from './ManifestValues';

/** One verb on one resource, perhaps of some names only. */
interface Right {
  readonly group: string;
  readonly resource: string;
  readonly verb: string;
  readonly names: readonly string[];
}

const MAX_RIGHTS = 2_000;
/** With these one gets all others, https://kubernetes.io/docs/concepts/security/rbac-good-practices/ */
const POWERFUL_VERBS = ['escalate', 'bind', 'impersonate'];
const POWERFUL_RESOURCES = [
  'secrets',
  'pods/exec',
  'pods/attach',
  'nodes/proxy',
  'serviceaccounts/token',
];
const EVERYONE =
  /^system:(authenticated|unauthenticated|anonymous|serviceaccounts)$/;

/** What a role newly allows, and who newly has one. */
export function rightsWidened(pair: ManifestPair): ManifestHit[] {
  const { before, after } = pair;
  if (!after) return [];
  return after.kind.endsWith('Binding')
    ? newlyBound(before, after)
    : newlyAllowed(before, after);
}

function newlyAllowed(
  before: KubernetesManifest | undefined,
  after: KubernetesManifest,
): ManifestHit[] {
  const rights = rightsOf(after.values);
  if (rights.length > MAX_RIGHTS) {
    return [
      {
        path: 'rules',
        detail: 'It allows more than can be compared',
        severity: 'high',
      },
    ];
  }
  const known = before ? rightsOf(before.values) : [];
  return rights
    .filter(right => !known.some(each => includes(each, right)))
    .map(right => ({
      path: 'rules',
      detail: `It allows ${rightWords(right)}`,
      severity: severityOf(right),
    }));
}

function rightsOf(role: PlanObject): Right[] {
  return objectsAt(role, 'rules').flatMap(rule => {
    const names = textsAt(rule, 'resourceNames');
    const resources = [
      ...textsAt(rule, 'resources'),
      ...textsAt(rule, 'nonResourceURLs'),
    ].slice(0, MAX_RIGHTS);
    const verbs = textsAt(rule, 'verbs').slice(0, 50);
    const groups = textsAt(rule, 'apiGroups').slice(0, 50);
    return (groups.length > 0 ? groups : ['']).flatMap(group =>
      resources.flatMap(resource =>
        verbs.map(verb => ({ group, resource, verb, names })),
      ),
    );
  });
}

function includes(known: Right, right: Right): boolean {
  const isIn = (own: string, other: string) => own === '*' || own === other;
  const fewer =
    known.names.length === 0 ||
    (right.names.length > 0 &&
      right.names.every(name => known.names.includes(name)));
  return (
    isIn(known.group, right.group) &&
    isIn(known.resource, right.resource) &&
    isIn(known.verb, right.verb) &&
    fewer
  );
}

function severityOf({ resource, verb, names }: Right): RiskSeverity {
  const wild = [resource, verb].filter(each => each === '*').length;
  if (wild === 2) return 'critical';
  const powerful =
    POWERFUL_VERBS.includes(verb) ||
    (POWERFUL_RESOURCES.includes(resource) && names.length === 0);
  return wild > 0 || powerful ? 'high' : 'medium';
}

function rightWords({ group, resource, verb, names }: Right): string {
  const what = resource === '*' ? 'everything' : resource;
  const of = group === '' || group === '*' ? '' : ` of ${group}`;
  const only = names.length > 0 ? ` named ${names.join(', ')}` : '';
  return `${verb === '*' ? 'everything' : verb} on ${what}${of}${only}`;
}

function newlyBound(
  before: KubernetesManifest | undefined,
  after: KubernetesManifest,
): ManifestHit[] {
  const role = String(valueAt(after.values, 'roleRef', 'name') ?? '');
  const known = new Set(subjectsOf(before?.values));
  return subjectsOf(after.values)
    .filter(subject => !known.has(subject))
    .map(subject => ({
      path: 'subjects',
      detail: `${subject} gets the role ${role}`,
      severity: bindingSeverity(after, role, subject),
    }));
}

function subjectsOf(binding: PlanValue): string[] {
  return objectsAt(binding, 'subjects').map(subject => {
    const [kind, name, namespace] = ['kind', 'name', 'namespace'].map(key =>
      String(valueAt(subject, key) ?? ''),
    );
    return `${kind} ${namespace && `${namespace}/`}${name}`;
  });
}

function bindingSeverity(
  { kind }: KubernetesManifest,
  role: string,
  subject: string,
): RiskSeverity {
  const everyone = EVERYONE.test(subject.split(' ').pop() ?? '');
  if (role === 'cluster-admin' || everyone) return 'critical';
  return kind === 'ClusterRoleBinding' ? 'high' : 'medium';
}
