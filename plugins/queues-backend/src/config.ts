import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config, readDurationFromConfig } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds, HumanDuration } from '@backstage/types';
import { MAX_REDRIVE_VELOCITY } from '@slipway/plugin-queues-common';
import { z } from 'zod';

const KEY = 'slipway.queues';
const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 2 },
  timeout: { minutes: 5 },
  initialDelay: { seconds: 20 },
};

const clock = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 22:00');
const timezone = z.string().refine(isTimeZone, {
  message: 'must be an IANA time zone such as Europe/Berlin',
});
const pattern = z.string().min(1).max(500).refine(isPattern, {
  message: 'must be a regular expression',
});
const velocity = z.number().int().min(1).max(MAX_REDRIVE_VELOCITY);
/** Read with {@link readDurationFromConfig}, which names the key itself. */
const duration = z.unknown().optional();
const tagKey = z.string().min(1).max(128);

const schema = z.strictObject({
  readOnly: z.boolean().default(false),
  redrive: z
    .strictObject({
      defaultVelocity: velocity.default(10),
      maxVelocity: velocity.default(100),
      agents: z.boolean().default(false),
    })
    .prefault({}),
  purge: z.strictObject({ enabled: z.boolean().default(false) }).prefault({}),
  peek: z
    .strictObject({
      visibility: duration,
      maxBodyBytes: z.number().int().min(1_024).max(1_048_576).default(65_536),
    })
    .prefault({}),
  masking: z
    .strictObject({
      defaults: z.boolean().default(true),
      fields: z.array(z.string().min(1).max(200)).default([]),
      patterns: z.array(pattern).default([]),
    })
    .prefault({}),
  traceUrl: z
    .string()
    .regex(
      /^https?:\/\/[^\s]*\{traceId\}[^\s]*$/,
      'must be an http(s) URL with {traceId} in it',
    )
    .optional(),
  watch: z
    .strictObject({
      enabled: z.boolean().default(true),
      schedule: z.unknown().optional(),
      expiresWithin: duration,
      quietHours: z
        .strictObject({
          from: clock,
          to: clock,
          timezone: timezone.default('UTC'),
        })
        .refine(({ from, to }) => from !== to, {
          message: 'must end at another time than they begin',
        })
        .optional(),
    })
    .prefault({}),
  cloudwatch: z
    .strictObject({
      pricePerThousandMetrics: z.number().nonnegative().default(0.01),
      dailyBudget: z.number().positive().optional(),
    })
    .prefault({}),
  tags: z
    .strictObject({
      redrive: tagKey.default('slipway:redrive'),
    })
    .prefault({}),
});

type Parsed = z.infer<typeof schema>;

/** `slipway.queues` with its defaults; see config.d.ts for what each key means. */
export type QueuesConfig = Readonly<
  Omit<Parsed, 'peek' | 'watch'> & {
    peek: Readonly<{ visibilitySeconds: number; maxBodyBytes: number }>;
    watch: Readonly<{
      enabled: boolean;
      schedule: SchedulerServiceTaskScheduleDefinition;
      expiresWithinSeconds: number;
      quietHours?: Readonly<{ from: string; to: string; timezone: string }>;
    }>;
  }
>;

/** Reads `slipway.queues`. @throws InputError naming the key, what is wrong and what would do. */
export function readQueuesConfig(config: Config): QueuesConfig {
  const parsed = schema.safeParse(config.getOptional(KEY) ?? {});
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw new InputError(
      `Config key '${[KEY, ...path].map(String).join('.')}' ${message}`,
    );
  }
  const { data } = parsed;
  if (data.redrive.defaultVelocity > data.redrive.maxVelocity) {
    throw new InputError(
      `Config key '${KEY}.redrive.defaultVelocity' is ${data.redrive.defaultVelocity}, more than maxVelocity ${data.redrive.maxVelocity}`,
    );
  }
  const schedule = config.getOptionalConfig(`${KEY}.watch.schedule`);
  return {
    ...data,
    peek: {
      maxBodyBytes: data.peek.maxBodyBytes,
      visibilitySeconds: readSeconds(config, 'peek.visibility', {
        fallback: { seconds: 10 },
        most: 43_200,
      }),
    },
    watch: {
      enabled: data.watch.enabled,
      quietHours: data.watch.quietHours,
      schedule: schedule ? readSchedule(schedule) : DEFAULT_SCHEDULE,
      expiresWithinSeconds: readSeconds(config, 'watch.expiresWithin', {
        fallback: { hours: 24 },
        most: 1_209_600,
      }),
    },
  };
}

function readSchedule(section: Config): SchedulerServiceTaskScheduleDefinition {
  try {
    return readSchedulerServiceTaskScheduleDefinitionFromConfig(section);
  } catch (error) {
    throw new InputError(
      `Config key '${KEY}.watch.schedule' cannot be used: ${
        toError(error).message
      }`,
    );
  }
}

function readSeconds(
  config: Config,
  name: string,
  options: { fallback: HumanDuration; most: number },
): number {
  const key = `${KEY}.${name}`;
  const seconds = Math.round(
    durationToMilliseconds(
      config.has(key)
        ? readDurationFromConfig(config, { key })
        : options.fallback,
    ) / 1000,
  );
  if (seconds < 1 || seconds > options.most) {
    throw new InputError(
      `Config key '${key}' is ${seconds} s; it must be between 1 s and ${options.most} s`,
    );
  }
  return seconds;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function isPattern(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}
