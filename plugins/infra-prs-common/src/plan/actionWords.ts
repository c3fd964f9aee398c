import { PlanAction } from './planReport';
import { PlanReadError } from './PlanReadError';

/** By `actions` of a change, joined. */
const ACTIONS: ReadonlyMap<string, PlanAction> = new Map([
  ['no-op', 'no-op'],
  ['create', 'create'],
  ['read', 'read'],
  ['update', 'update'],
  ['delete', 'delete'],
  ['delete create', 'replace'],
  ['create delete', 'replace'],
  ['forget', 'forget'],
  // The old one stays, unmanaged: nothing is lost, and a new one comes.
  ['create forget', 'create'],
  ['forget create', 'create'],
]);

/** What the `actions` of a change come to. @throws PlanReadError for what no Terraform of format 1.x writes. */
export function actionOf(actions: readonly string[]): PlanAction {
  const action = ACTIONS.get(actions.join(' '));
  if (action) return action;
  throw new PlanReadError(
    'unexpected_shape',
    `The plan wants to ${
      actions.join(' and ').slice(0, 60) || 'do nothing known'
    }, which this reader does not know`,
  );
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ['replace_because_tainted', 'It is tainted: its last apply did not finish'],
  ['replace_because_cannot_update', 'It cannot be changed in place'],
  ['replace_by_request', 'The plan was asked to replace it'],
  [
    'replace_by_triggers',
    'Something that it is tied to by replace_triggered_by changes',
  ],
  ['delete_because_no_resource_config', 'It is no longer in the configuration'],
  [
    'delete_because_wrong_repetition',
    'It now has count or for_each, or no longer has them',
  ],
  ['delete_because_count_index', 'Its count is now lower'],
  ['delete_because_each_key', 'Its key is no longer in for_each'],
  ['delete_because_no_module', 'Its module is no longer in the configuration'],
  [
    'delete_because_no_move_target',
    'It was moved to an address that the configuration does not have',
  ],
  ['read_because_config_unknown', 'What it asks for is known only after apply'],
  ['read_because_dependency_pending', 'It depends on something that changes'],
  ['read_because_check_nested', 'A check asks for it'],
]);

/** Why Terraform does what it does, in words; undefined for reasons that need none. */
export function reasonWords(
  reason: string | undefined,
  forced: readonly string[],
): string | undefined {
  const words = reason === undefined ? undefined : REASONS.get(reason);
  if (reason !== 'replace_because_cannot_update' || forced.length === 0) {
    return words;
  }
  return `It cannot be changed in place: ${forced.slice(0, 5).join(', ')}`;
}
