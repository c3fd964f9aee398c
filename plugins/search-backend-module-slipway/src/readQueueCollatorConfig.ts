import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';

/** `search.collators.slipwayQueues` with its defaults. */
export interface QueueCollatorConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly replacesCatalogResults: boolean;
}

const KEY = 'search.collators.slipwayQueues';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 3 },
};

/** @throws InputError naming the key that cannot be used. */
export function readQueueCollatorConfig(config: Config): QueueCollatorConfig {
  const section = config.getOptionalConfig(KEY);
  const schedule = section?.getOptionalConfig('schedule');
  return {
    schedule: schedule ? readSchedule(schedule) : DEFAULT_SCHEDULE,
    replacesCatalogResults:
      section?.getOptionalBoolean('replacesCatalogResults') ?? true,
  };
}

function readSchedule(section: Config): SchedulerServiceTaskScheduleDefinition {
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
  } catch (error) {
    throw new InputError(
      `Config key '${KEY}.schedule' cannot be used: ${toError(error).message}`,
    );
  }
}
