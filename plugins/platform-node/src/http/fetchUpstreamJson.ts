import { SourceState } from '@slipway/platform-common';
import { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { UpstreamError } from '../fetchEngine/types';

type Failure = Exclude<SourceState, 'ok' | 'stale'>;

/** @internal */
export interface UpstreamRequest {
  /** What a person calls the upstream: `Argo CD 'dev'`. */
  readonly upstream: string;
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds. */
  readonly deadline: number;
  /** Bytes; a larger answer is refused. */
  readonly maxBytes: number;
  /** What to do about a 401 or 403, which is always about Slipway's own credentials. */
  readonly credentialsFix: string;
}

const STATUS_STATES: ReadonlyMap<number, Failure> = new Map([
  [400, 'misconfigured'],
  [401, 'misconfigured'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [408, 'unreachable'],
  [429, 'throttled'],
]);

const CREDENTIAL_STATUSES = [401, 403];

/**
 * One JSON request with a deadline, a size limit and typed failures.
 *
 * @throws UpstreamError; never holds the upstream's body but for the short `message` of a 400.
 */
export async function fetchUpstreamJson(
  request: UpstreamRequest,
): Promise<JsonValue> {
  const deadline = AbortSignal.timeout(request.deadline);
  const signal = request.signal
    ? AbortSignal.any([request.signal, deadline])
    : deadline;
  let status: number;
  let text: string;
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal,
      // A redirect would carry the token to wherever it points.
      redirect: 'manual',
    });
    status = response.status;
    text = await readLimited(response, request);
  } catch (error) {
    throw error instanceof UpstreamError
      ? error
      : unreachable(request, deadline.aborted, error);
  }
  if (status < 200 || status >= 300) {
    throw fromStatus(request, status, text);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UpstreamError(
      'misconfigured',
      `${request.upstream} answered something that is not JSON`,
      { fix: 'Check the URL in app-config', cause: error },
    );
  }
}

async function readLimited(
  response: Response,
  request: UpstreamRequest,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > request.maxBytes) {
      throw new UpstreamError(
        'misconfigured',
        `${request.upstream} answered more than ${
          request.maxBytes / 2 ** 20
        } MiB`,
        { fix: 'Narrow what is asked for' },
      );
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function unreachable(
  request: UpstreamRequest,
  timedOut: boolean,
  cause: unknown,
): UpstreamError {
  const message = timedOut
    ? `${request.upstream} did not answer within ${request.deadline / 1000} s`
    : `${request.upstream} could not be reached`;
  return new UpstreamError('unreachable', message, {
    fix: `Check that ${request.upstream} is up and reachable from Slipway`,
    cause,
  });
}

function fromStatus(
  request: UpstreamRequest,
  status: number,
  text: string,
): UpstreamError {
  const { upstream, credentialsFix } = request;
  const state = STATUS_STATES.get(status) ?? 'unreachable';
  if (CREDENTIAL_STATUSES.includes(status)) {
    return new UpstreamError(
      state,
      `${upstream} refused Slipway's credentials (${status})`,
      { fix: credentialsFix },
    );
  }
  const reason = status === 400 ? shortReason(text) : undefined;
  return new UpstreamError(
    state,
    `${upstream} answered ${status}${reason ? `: ${reason}` : ''}`,
  );
}

const MAX_REASON = 300;

const reasonSchema = z.object({
  message: z.string().optional(),
  error: z.string().optional(),
});

/** The sentence in which Argo CD (`message`) and Prometheus (`error`) say what was wrong with a request. */
function shortReason(text: string): string | undefined {
  try {
    const { message, error } = reasonSchema.parse(JSON.parse(text));
    return (message ?? error)?.slice(0, MAX_REASON);
  } catch {
    return undefined;
  }
}
