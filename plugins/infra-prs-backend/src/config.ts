import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import {
  RISK_SEVERITIES,
  RiskSeverity,
} from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';

/** @public */
export interface InfraPrsConfig {
  readonly mergeMethod: 'merge' | 'squash' | 'rebase';
  /** Slug of the GitHub App whose plan and apply checks count; any when undefined. */
  readonly runnerApp?: string;
  /** Risks as bad as this keep a change from being merged; undefined when none does. */
  readonly blockingSeverity?: RiskSeverity;
  /** Alerts of code scanning as bad as this keep a change from being merged; undefined when none does. */
  readonly alertSeverity?: RiskSeverity;
  /** When changes are looked at that no event of GitHub told of. */
  readonly pollSchedule: SchedulerServiceTaskScheduleDefinition;
  /** Entity refs of who may merge past Slipway's own rules; undefined when nobody may. */
  readonly breakGlass?: readonly string[];
  /** Folders of the repository that hold Kubernetes manifests. */
  readonly manifestFolders: readonly string[];
  /** Logins whose comments may tell of a plan where no check does. */
  readonly planCommentAuthors: readonly string[];
}

const DEFAULT_POLL: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 5 },
};

/** Reads `slipway.infraPrs`. @throws InputError naming the key and what would do. */
export function readInfraPrsConfig(config: Config): InfraPrsConfig {
  const key = 'slipway.infraPrs.mergeMethod';
  const parsed = z
    .enum(['merge', 'squash', 'rebase'])
    .default('merge')
    .safeParse(config.getOptionalString(key));
  if (!parsed.success) {
    throw new InputError(
      `Config key '${key}' must be one of merge, squash and rebase`,
    );
  }
  return {
    mergeMethod: parsed.data,
    runnerApp: config.getOptionalString('slipway.infraPrs.runnerApp'),
    ...readSeverities(config),
    pollSchedule: readPollSchedule(config),
    breakGlass: readBreakGlass(config),
    manifestFolders: readManifestFolders(config),
    planCommentAuthors:
      config.getOptionalStringArray('slipway.infraPrs.planComments.authors') ??
      [],
  };
}

/** What one scanner found blocks alike, whichever way it came. */
function readSeverities(config: Config) {
  const blockingSeverity = readSeverity(
    config,
    'slipway.infraPrs.blockingSeverity',
    'critical',
  );
  const alertSeverity = readSeverity(
    config,
    'slipway.infraPrs.codeScanning.blockingSeverity',
    blockingSeverity ?? 'none',
  );
  return { blockingSeverity, alertSeverity };
}

function readSeverity(
  config: Config,
  key: string,
  preset: RiskSeverity | 'none',
): RiskSeverity | undefined {
  const text = config.getOptionalString(key) ?? preset;
  if (text === 'none') return undefined;
  const severity = RISK_SEVERITIES.find(name => name === text);
  if (severity) return severity;
  throw new InputError(
    `Config key '${key}' must be one of ${RISK_SEVERITIES.join(', ')} and none`,
  );
}

function readPollSchedule(
  config: Config,
): SchedulerServiceTaskScheduleDefinition {
  const key = 'slipway.infraPrs.poll.schedule';
  const section = config.getOptionalConfig(key);
  if (!section) return DEFAULT_POLL;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
  } catch (error) {
    throw new InputError(
      `Config key '${key}' cannot be used: ${toError(error).message}`,
    );
  }
}

function readBreakGlass(config: Config): readonly string[] | undefined {
  const key = 'slipway.infraPrs.breakGlass';
  const section = config.getOptionalConfig(key);
  if (!section?.getOptionalBoolean('enabled')) return undefined;
  const groups = section.getOptionalStringArray('groups') ?? [];
  if (groups.length > 0) return groups.map(ref => readRef(key, ref));
  throw new InputError(
    `Config key '${key}.groups' is empty; name the groups who may, or set '${key}.enabled' to false`,
  );
}

function readRef(key: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch {
    throw new InputError(
      `Config key '${key}.groups' names '${ref}'; expected an entity ref such as group:default/on-call`,
    );
  }
}
function readManifestFolders(config: Config): readonly string[] {
  const key = 'slipway.infraPrs.manifestFolders';
  const folders = config.getOptionalStringArray(key) ?? ['gitops'];
  const wrong = folders.find(
    folder =>
      !/^[\w.-]+(\/[\w.-]+)*$/.test(folder) || /(^|\/)\.\.?(\/|$)/.test(folder),
  );
  if (wrong === undefined) return folders;
  throw new InputError(
    `Config key '${key}' must hold folders of the repository such as 'gitops', not '${wrong}'`,
  );
}
