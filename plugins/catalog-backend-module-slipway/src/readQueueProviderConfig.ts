import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** `slipway.catalog.queues` with its defaults. */
export interface QueueProviderConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  /** Entity ref. */
  readonly defaultOwner?: string;
}

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 5 },
  timeout: { minutes: 4 },
  initialDelay: { seconds: 5 },
};

/** @throws InputError with the key when a value cannot be used. */
export function readQueueProviderConfig(config: Config): QueueProviderConfig {
  const key = 'slipway.catalog.queues';
  const section = config.getOptionalConfig(key);
  const schedule = section?.getOptionalConfig('schedule');
  const defaultOwner = section?.getOptionalString('defaultOwner');
  if (defaultOwner !== undefined) {
    try {
      parseEntityRef(defaultOwner, { defaultKind: 'group' });
    } catch {
      throw new InputError(
        `Config key '${key}.defaultOwner' is '${defaultOwner}'; expected an entity ref such as group:default/platform`,
      );
    }
  }
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    defaultOwner,
  };
}
