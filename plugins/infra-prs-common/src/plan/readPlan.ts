import { actionOf, reasonWords } from './actionWords';
import { pathText } from './attributePath';
import { diffAttributes } from './diffAttributes';
import { markObject, Marks } from './markValue';
import { PlannedChange, ReadPlan } from './PlannedChange';
import { PlanAction, PlanResourceChange } from './planReport';
import { PlanObject } from './PlanValue';
import { SecretTexts } from './SecretTexts';
import { cutText, safeText } from './safeText';
import { TerraformPlan, TerraformResource } from './terraformPlan';

/** Longest address that is kept. */
const MAX_ADDRESS = 500;

/**
 * Reads what a plan does, resource by resource: differences by path, sensitive values masked, unknown ones marked,
 * drift by itself. What stays as it is is no change, unless it is moved or imported.
 *
 * @throws PlanReadError for an action that is not known.
 * @public
 */
export function readPlan(plan: TerraformPlan): ReadPlan {
  const secrets = SecretTexts.of(plan);
  const all = (plan.resource_changes ?? []).map(each =>
    toPlanned(each, secrets),
  );
  const managed = all.filter(({ mode }) => mode === 'managed');
  const drift = (plan.resource_drift ?? [])
    .filter(({ mode }) => mode === 'managed')
    .map(resource => toPlanned(resource, secrets).planned.change);
  const deferred = plan.deferred_changes?.length ?? 0;
  return {
    resources: managed.map(({ planned }) => planned),
    changes: all.map(({ planned }) => planned.change).filter(isNews),
    drift: drift.filter(isDrift),
    ...(plan.errored && {
      error: 'Terraform stopped with errors; the plan is not whole',
    }),
    notes:
      deferred > 0
        ? [`${deferred} changes are put off: too little is known of them yet`]
        : [],
  };
}

/** Providers read null as an empty list or map, which nobody changed. */
function isDrift({ action, attributes }: PlanResourceChange): boolean {
  return action === 'delete' || attributes.length > 0;
}

function isNews({ action, previousAddress, importId }: PlanResourceChange) {
  return (
    action !== 'no-op' ||
    previousAddress !== undefined ||
    importId !== undefined
  );
}

function toPlanned(
  resource: TerraformResource,
  secrets: SecretTexts,
): {
  readonly mode: string;
  readonly planned: PlannedChange;
} {
  const { address, module_address: module, type, mode, change } = resource;
  const action = actionOf(change.actions);
  const before = sideOf(change.before, {
    sensitive: change.before_sensitive,
    secrets,
  });
  const after = sideOf(change.after, {
    sensitive: change.after_sensitive,
    unknown: change.after_unknown,
    secrets,
  });
  return {
    mode,
    planned: {
      address: safeText(address),
      type: safeText(type),
      module: module ? `${safeText(module)}.` : '',
      action,
      before,
      after,
      change: toChange(resource, action, before, after),
    },
  };
}

/** A resource that is not there has null for its values. */
function sideOf(value: unknown, marks: Marks): PlanObject | undefined {
  if (value === null || value === undefined) return undefined;
  return markObject(value, marks);
}

function toChange(
  { address, type, mode, ...resource }: TerraformResource,
  action: PlanAction,
  before: PlanObject | undefined,
  after: PlanObject | undefined,
): PlanResourceChange {
  const { importing, replace_paths: forced = [] } = resource.change;
  // What a data source will read is known to nobody yet.
  const silent =
    mode !== 'managed' || action === 'no-op' || action === 'forget';
  const { attributes, omitted } = silent
    ? { attributes: [], omitted: 0 }
    : diffAttributes(before, after, forced);
  const reason = resource.deposed
    ? 'It was left over by a replace that did not finish'
    : reasonWords(resource.action_reason, forced.map(pathText));
  return {
    address: name(address),
    type: name(type),
    action,
    ...(resource.previous_address !== undefined && {
      previousAddress: name(resource.previous_address),
    }),
    ...(importing && { importId: name(importing.id ?? '') }),
    ...(reason !== undefined && { reason: safeText(reason) }),
    attributes,
    ...(omitted > 0 && { omittedAttributes: omitted }),
  };
}

function name(text: string): string {
  return cutText(safeText(text), MAX_ADDRESS);
}
