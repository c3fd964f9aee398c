import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import { QuietHours } from './QuietHours';

/** `slipway.queues.watch` with its defaults. */
export interface WatchConfig {
  readonly enabled: boolean;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly expiresWithinMs: number;
  readonly quietHours?: QuietHours;
}

const KEY = 'slipway.queues.watch';
const DAY_MS = 24 * 60 * 60_000;
/** SQS keeps no message longer than 14 days. */
const LONGEST_MS = 14 * DAY_MS;

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 2 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 20 },
};

/** @throws InputError naming the key, what was wrong and what would do. */
export function readWatchConfig(config: Config): WatchConfig {
  const section = config.getOptionalConfig(KEY);
  return {
    enabled: section?.getOptionalBoolean('enabled') ?? true,
    schedule: readSchedule(section?.getOptionalConfig('schedule')),
    expiresWithinMs: readExpiresWithin(section),
    quietHours: readQuietHours(section?.getOptionalConfig('quietHours')),
  };
}

function readSchedule(
  section: Config | undefined,
): SchedulerServiceTaskScheduleDefinition {
  if (!section) {
    return DEFAULT_SCHEDULE;
  }
  try {
    return {
      ...readSchedulerServiceTaskScheduleDefinitionFromConfig(section),
      // Each replica on its own would send what another has sent.
      scope: 'global',
    };
  } catch (error) {
    throw new InputError(
      `Config key '${KEY}.schedule' cannot be used: ${toError(error).message}`,
    );
  }
}

function readExpiresWithin(section: Config | undefined): number {
  if (!section?.has('expiresWithin')) {
    return DAY_MS;
  }
  const ms = durationToMilliseconds(
    readDurationFromConfig(section, { key: 'expiresWithin' }),
  );
  if (!(ms > 0 && ms <= LONGEST_MS)) {
    throw new InputError(
      `Config key '${KEY}.expiresWithin' must be more than nothing and 14 days at most, such as { hours: 24 }`,
    );
  }
  return ms;
}

function readQuietHours(section: Config | undefined): QuietHours | undefined {
  if (!section) {
    return undefined;
  }
  const from = readTimeOfDay(section, 'from');
  const to = readTimeOfDay(section, 'to');
  if (from === to) {
    throw new InputError(
      `Config key '${KEY}.quietHours.to' is the same as 'from'; leave quietHours out to have none`,
    );
  }
  const timezone = section.getOptionalString('timezone') ?? 'UTC';
  try {
    return new QuietHours({ from, to, timezone });
  } catch {
    throw new InputError(
      `Config key '${KEY}.quietHours.timezone' is '${timezone}'; expected an IANA time zone such as Europe/Berlin`,
    );
  }
}

function readTimeOfDay(section: Config, key: 'from' | 'to'): number {
  const text = section.getString(key);
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!match) {
    throw new InputError(
      `Config key '${KEY}.quietHours.${key}' is '${text}'; expected a time of day such as 22:00`,
    );
  }
  return Number(match[1]) * 60 + Number(match[2]);
}
