import { deterministicFraction, deterministicUid } from '../deterministicName';

/** Who writes a log, and what is wrong with it. */
export interface LogSubject {
  readonly service: string;
  /** Queue it consumes from; a service without one answers requests. */
  readonly queue: string | undefined;
  readonly failing: boolean;
  readonly stopped: boolean;
  readonly slow: boolean;
}

/** Share of requests that fail in a service with errors, as in the traffic of the world. */
const FAILING_SHARE = 1 / 3;

export function crashLine({ service }: LogSubject) {
  return {
    level: 'ERROR',
    msg: 'invalid configuration, stopping',
    error: `${service}: required environment variable is not set`,
  };
}

/** One line of work; the same for the same seed. */
export function workLine(subject: LogSubject, seed: string) {
  const id = deterministicUid(seed);
  const usual = 12 + 60 * deterministicFraction(seed);
  const duration_ms = Math.round(usual * (subject.slow ? 10 : 1));
  return subject.queue === undefined
    ? requestLine(subject, seed, { request_id: id, duration_ms })
    : messageLine(subject, subject.queue, { message_id: id, duration_ms });
}

function requestLine({ failing }: LogSubject, seed: string, facts: object) {
  const fails =
    failing && deterministicFraction(`status ${seed}`) < FAILING_SHARE;
  return fails
    ? {
        level: 'ERROR',
        msg: 'request failed',
        ...facts,
        status: 500,
        error: 'upstream refused the connection',
      }
    : { level: 'INFO', msg: 'request', ...facts, status: 200 };
}

function messageLine(
  { failing, stopped }: LogSubject,
  queue: string,
  facts: object,
) {
  if (stopped) {
    const msg = 'poller is paused, no messages are taken';
    return { level: 'WARN', msg, queue };
  }
  return failing
    ? {
        level: 'ERROR',
        msg: 'message failed, it becomes visible again',
        queue,
        ...facts,
        error_type: 'DependencyUnavailable',
        error: 'mail gateway answered 503',
      }
    : { level: 'INFO', msg: 'message processed', queue, ...facts };
}
