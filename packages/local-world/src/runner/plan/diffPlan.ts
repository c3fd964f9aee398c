import {
  PlanAction,
  PlanResourceChange,
} from '@slipway/plugin-infra-prs-common';
import { AppliedResource } from '../../world/types';
import { PlannedResource } from './PlannedResource';
import { replacingArguments } from './replacingArguments';

type AttributeChange = PlanResourceChange['attributes'][number];

/** Longest value that is shown; policies fit. */
const MAX_TEXT = 4_000;

const secretsOf = (values: Readonly<Record<string, unknown>>) =>
  Object.keys(values).filter(key =>
    /password|secret|token|private_key/.test(key),
  );

/** What a plan would do to what is applied, by address. Resources that stay as they are come as `no-op`. */
export function diffPlan(
  planned: readonly PlannedResource[],
  applied: ReadonlyMap<string, AppliedResource>,
): PlanResourceChange[] {
  const wanted = new Set(planned.map(resource => resource.address));
  const gone = [...applied.values()].filter(
    ({ address }) => !wanted.has(address),
  );
  return [
    ...planned.map(resource =>
      changeOf(resource, applied.get(resource.address)),
    ),
    ...gone.map(
      ({ address, type, values }): PlanResourceChange => ({
        address,
        type,
        action: 'delete',
        attributes: attributeChanges(values, {}, [], secretsOf(values)),
      }),
    ),
  ].sort((a, b) => a.address.localeCompare(b.address));
}

function changeOf(
  resource: PlannedResource,
  before: AppliedResource | undefined,
): PlanResourceChange {
  const { address, type, values, unknown, sensitive } = resource;
  const changes = attributeChanges(
    before?.values ?? {},
    values,
    // What was unknown before is unknown again: no change can be seen in it.
    before ? unknown.filter(key => Object.hasOwn(before.values, key)) : unknown,
    sensitive,
  );
  return {
    address,
    type,
    action: actionOf(type, before, changes),
    attributes: changes,
  };
}

function actionOf(
  type: string,
  before: AppliedResource | undefined,
  changes: readonly AttributeChange[],
): PlanAction {
  if (!before || before.type !== type) return 'create';
  if (changes.length === 0) return 'no-op';
  const replaces = changes.some(({ path }) => replacingArguments(type, path));
  return replaces ? 'replace' : 'update';
}

function attributeChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  unknown: readonly string[],
  sensitive: readonly string[],
): AttributeChange[] {
  const [old, next] = [flatten(before), flatten(after)];
  const paths = [...new Set([...old.keys(), ...next.keys(), ...unknown])];
  return paths
    .filter(
      path =>
        unknown.includes(path) ||
        canonical(old.get(path)) !== canonical(next.get(path)),
    )
    .sort()
    .map(path => {
      const secret = sensitive.includes(path.split('.')[0]);
      if (secret) return { path, sensitive: true };
      if (unknown.includes(path)) {
        return { path, before: cut(old.get(path)), unknown: true };
      }
      return { path, before: cut(old.get(path)), after: cut(next.get(path)) };
    });
}

/** Maps as one path per key; all else as text under its own name. */
function flatten(
  values: Readonly<Record<string, unknown>>,
): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue;
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, part] of Object.entries(value)) {
        flat.set(`${key}.${inner}`, toText(part));
      }
    } else flat.set(key, toText(value));
  }
  return flat;
}

/** Providers lay out and order JSON in their own ways, which is no change. */
function canonical(text: string | undefined): string | undefined {
  if (!text || !/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.stringify(JSON.parse(text, sortKeys));
  } catch {
    return text;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function cut(text: string | undefined): string | undefined {
  return text && text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
