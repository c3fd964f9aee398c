import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';

/** `search.collators` of this module, with defaults. */
export interface CollatorConfig {
  readonly queues: {
    readonly schedule: SchedulerServiceTaskScheduleDefinition;
    readonly replacesCatalogResults: boolean;
  };
  readonly changes: {
    readonly schedule: SchedulerServiceTaskScheduleDefinition;
  };
}

const KEY = 'search.collators';

const QUEUES: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  initialDelay: { seconds: 3 },
};

/** Changes move more often, and no more than the portal's own database is read. */
const CHANGES: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 3 },
  timeout: { minutes: 10 },
  initialDelay: { seconds: 30 },
};

/** @throws InputError naming the key that cannot be used. */
export function readCollatorConfig(config: Config): CollatorConfig {
  return {
    queues: {
      schedule: readSchedule(config, `${KEY}.slipwayQueues.schedule`) ?? QUEUES,
      replacesCatalogResults:
        config.getOptionalBoolean(
          `${KEY}.slipwayQueues.replacesCatalogResults`,
        ) ?? true,
    },
    changes: {
      schedule:
        readSchedule(config, `${KEY}.slipwayChanges.schedule`) ?? CHANGES,
    },
  };
}

function readSchedule(
  config: Config,
  key: string,
): SchedulerServiceTaskScheduleDefinition | undefined {
  const section = config.getOptionalConfig(key);
  if (!section) return undefined;
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
  } catch (error) {
    throw new InputError(
      `Config key '${key}' cannot be used: ${toError(error).message}`,
    );
  }
}
