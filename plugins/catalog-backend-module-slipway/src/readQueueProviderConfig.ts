import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';

const KEY = 'slipway.catalog.queues';

/** AWS tag keys have up to 128 characters of these. */
const tagKey = z
  .string()
  .regex(/^[\p{L}\p{N}\s_.:/=+@-]{1,128}$/u, 'must be an AWS tag key');
const tagKeys = (byDefault: string) =>
  z
    .union([tagKey.transform(key => [key]), z.array(tagKey).min(1)])
    .default([byDefault]);

/** Which tags say what; of several, the first that a queue has. */
const tagsSchema = z.strictObject({
  owner: tagKeys('owner'),
  component: tagKeys('component'),
  system: tagKeys('system'),
  redrive: tagKeys('slipway:redrive'),
  ageObjective: tagKeys('slipway:age-objective'),
});

/** @internal */
export type QueueTagKeys = Readonly<z.output<typeof tagsSchema>>;

/** `slipway.catalog.queues` with its defaults. */
export interface QueueProviderConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Entity ref. */
  readonly defaultOwner?: string;
  readonly tags: QueueTagKeys;
  /** For each account and region. */
  readonly callsPerSecond: number;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 4 },
  initialDelay: { seconds: 5 },
};
const DEFAULT_CALLS_PER_SECOND = 20;

/** @throws InputError with the key when a value cannot be used. */
export function readQueueProviderConfig(config: Config): QueueProviderConfig {
  const section = config.getOptionalConfig(KEY);
  const schedule = section?.getOptionalConfig('schedule');
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    defaultOwner: readOwner(section?.getOptionalString('defaultOwner')),
    tags: readTags(section?.getOptional('tags')),
    callsPerSecond: readRate(section?.getOptionalNumber('callsPerSecond')),
  };
}

function readOwner(defaultOwner: string | undefined): string | undefined {
  if (defaultOwner !== undefined) {
    try {
      parseEntityRef(defaultOwner, { defaultKind: 'group' });
    } catch {
      throw new InputError(
        `Config key '${KEY}.defaultOwner' is '${defaultOwner}'; expected an entity ref such as group:default/platform`,
      );
    }
  }
  return defaultOwner;
}

function readTags(raw: unknown): QueueTagKeys {
  const parsed = tagsSchema.safeParse(raw ?? {});
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `Config key '${[KEY, 'tags', ...path].join(
        '.',
      )}': ${message}; expected a tag key, or a list of them, for owner, component, system, redrive or ageObjective`,
    );
  }
  return parsed.data;
}

function readRate(rate = DEFAULT_CALLS_PER_SECOND): number {
  if (!(rate > 0 && rate <= 1_000)) {
    throw new InputError(
      `Config key '${KEY}.callsPerSecond' is ${rate}; expected a number above 0, up to 1000`,
    );
  }
  return rate;
}
