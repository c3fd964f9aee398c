import {
  AttributeChange,
  diffAttributes,
  markObject,
  PlanAction,
  PlannedChange,
  ReadPlan,
} from '@slipway/plugin-infra-prs-common';
import { AppliedResource } from '../../world/types';
import { PlannedResource } from './PlannedResource';
import { replacingArguments } from './replacingArguments';

type Values = Readonly<Record<string, unknown>>;

/** What a plan would do to what is applied; what differs is found as in a plan of Terraform. */
export function diffPlan(
  planned: readonly PlannedResource[],
  applied: ReadonlyMap<string, AppliedResource>,
): ReadPlan {
  const wanted = new Set(planned.map(resource => resource.address));
  const gone = [...applied.values()].filter(
    ({ address }) => !wanted.has(address),
  );
  const resources = [
    ...planned.map(resource =>
      changeOf(resource, applied.get(resource.address)),
    ),
    ...gone.map(goneChange),
  ].sort((a, b) => a.address.localeCompare(b.address));
  return {
    resources,
    changes: resources
      .map(({ change }) => change)
      .filter(({ action }) => action !== 'no-op'),
    drift: [],
    notes: [],
  };
}

function changeOf(
  resource: PlannedResource,
  before: AppliedResource | undefined,
): PlannedChange {
  const { address, type, values, unknown, sensitive } = resource;
  const old = before && withoutNulls(before.values);
  const marks = {
    sensitive: marked(sensitive),
    // What was unknown before is unknown again: no change can be seen in it.
    unknown: marked(
      old ? unknown.filter(key => Object.hasOwn(old, key)) : unknown,
    ),
  };
  const after = markObject(old ? laidOutAs(values, old) : values, marks);
  const known = old && markObject(old, { sensitive: marks.sensitive });
  const forced = Object.keys({ ...old, ...values })
    .filter(key => replacingArguments(type, key))
    .map(key => [key]);
  const { attributes, omitted } = diffAttributes(known, after, forced);
  const action = actionOf(before?.type === type, attributes);
  return {
    address,
    type,
    module: moduleOf(address, type),
    action,
    before: known,
    after,
    change: {
      address,
      type,
      action,
      // Of what is new, nothing forces a replace.
      attributes:
        action === 'replace'
          ? attributes
          : attributes.map(({ replaces: _, ...attribute }) => attribute),
      ...(omitted > 0 && { omittedAttributes: omitted }),
    },
  };
}

function actionOf(
  isThere: boolean,
  attributes: readonly AttributeChange[],
): PlanAction {
  if (!isThere) return 'create';
  if (attributes.length === 0) return 'no-op';
  return attributes.some(({ replaces }) => replaces) ? 'replace' : 'update';
}

function goneChange({ address, type, values }: AppliedResource): PlannedChange {
  const before = markObject(withoutNulls(values), {});
  const { attributes, omitted } = diffAttributes(before, undefined);
  return {
    address,
    type,
    module: moduleOf(address, type),
    action: 'delete',
    before,
    after: undefined,
    change: {
      address,
      type,
      action: 'delete',
      reason: 'It is no longer in the configuration',
      attributes,
      ...(omitted > 0 && { omittedAttributes: omitted }),
    },
  };
}

function moduleOf(address: string, type: string): string {
  return address.slice(0, address.lastIndexOf(`${type}.`));
}

function marked(keys: readonly string[]): Values {
  return Object.fromEntries(keys.map(key => [key, true]));
}

function withoutNulls(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  );
}

/** Providers lay out and order JSON in their own ways, which is no change. */
function laidOutAs(values: Values, before: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      canonical(value) === canonical(before[key]) ? before[key] : value,
    ]),
  );
}

function canonical(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.stringify(JSON.parse(value, sortKeys));
  } catch {
    return value;
  }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const entries = Object.entries(value);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
