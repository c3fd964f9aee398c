import { z } from 'zod';
import { SourceState } from '@slipway/platform-common';
import { UpstreamError } from '../fetchEngine/types';

const awsErrorSchema = z
  .object({
    name: z.string().catch('Error'),
    message: z.string().catch(''),
    code: z.string().optional().catch(undefined),
    $metadata: z
      .object({ httpStatusCode: z.number().optional() })
      .catch({})
      .default({}),
  })
  .catch({ name: 'Error', message: '', code: undefined, $metadata: {} });

/** What the SDK throws for a failure that is no Error of its own realm. */
const WRAPPED = /^AWS SDK error wrapper for (\w+)/;

type Failure = Exclude<SourceState, 'ok' | 'stale'>;

/** What AWS says to a request that was signed at another time than its own; the SDK corrects what it can by itself. */
const CLOCK_SKEW =
  /^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)|Signature (expired|not yet current)/;

/**
 * First match wins. Names as in
 * https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html and each service's own list.
 */
const STATES: ReadonlyArray<readonly [RegExp, Failure]> = [
  [/throttl|TooManyRequests|RequestLimitExceeded|SlowDown/i, 'throttled'],
  [
    /^(CredentialsProviderError|TokenProviderError|InvalidClientTokenId|UnrecognizedClient|ExpiredToken|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSignature|IncompleteSignature|MissingAuthenticationToken)/,
    'misconfigured',
  ],
  [
    /AccessDenied|NotAuthorized|UnauthorizedOperation|AuthorizationError|OptInRequired/,
    'forbidden',
  ],
  [/NotFound|DoesNotExist|NonExistent/, 'not_found'],
  [
    /^(TimeoutError|AbortError|RequestTimeout|NetworkingError|E[A-Z_]+$)/,
    'unreachable',
  ],
];

const STATUS_STATES: ReadonlyMap<number, Failure> = new Map([
  [401, 'misconfigured'],
  [403, 'forbidden'],
  [404, 'not_found'],
  [408, 'unreachable'],
  [429, 'throttled'],
]);

function stateOf(name: string, code = '', status = 0): Failure {
  const named = STATES.find(([pattern]) => pattern.test(name));
  if (named) {
    return named[1];
  }
  const byStatus = STATUS_STATES.get(status);
  if (byStatus || status >= 500) {
    return byStatus ?? 'unreachable';
  }
  // Node's own network errors have a code such as ECONNREFUSED and no status.
  return status === 0 && /^E[A-Z_]+$/.test(code)
    ? 'unreachable'
    : 'misconfigured';
}

function explain(
  state: Failure,
  name: string,
  action: string | undefined,
): { message: string; fix: string } {
  switch (state) {
    case 'forbidden':
      return {
        message: `AWS denied ${action ?? 'the request'}`,
        fix: `Allow ${
          action ?? 'the action'
        } to the role that Slipway uses in this account`,
      };
    case 'throttled':
      return {
        message: 'AWS is throttling requests',
        fix: 'Wait a minute; raise the service quota of the account if this goes on',
      };
    case 'not_found':
      return {
        message: 'AWS knows no such resource',
        fix: "Check the entity's annotation, and whether the resource was deleted",
      };
    case 'unreachable':
      return {
        message: `AWS could not be reached (${name})`,
        fix: 'Check the network between Slipway and AWS, and the AWS Health Dashboard',
      };
    default:
      return {
        message: `AWS refused the request (${name})`,
        fix: 'Check the aws section of app-config and the credentials of this account',
      };
  }
}

/**
 * Maps what an AWS SDK v3 client throws to the {@link UpstreamError} that a page can show. Messages of AWS are not passed
 * on, but for the IAM action that was denied.
 * @public
 */
export function mapAwsError(error: unknown): UpstreamError {
  if (error instanceof UpstreamError) {
    return error;
  }
  const {
    name: ownName,
    message,
    code,
    $metadata,
  } = awsErrorSchema.parse(error);
  const name = WRAPPED.exec(message)?.[1] ?? ownName;
  if (CLOCK_SKEW.test(name) || CLOCK_SKEW.test(message)) {
    return new UpstreamError(
      'misconfigured',
      'AWS refused the request since the clock of the Slipway backend is wrong',
      { fix: 'Set the clock of its host by NTP', cause: error },
    );
  }
  const state = stateOf(name, code, $metadata.httpStatusCode);
  const action = /perform: ([a-z0-9-]+:[A-Za-z]+)/.exec(message)?.[1];
  const known = name === 'Error' ? code ?? name : name;
  const { message: text, fix } = explain(state, known.slice(0, 80), action);
  return new UpstreamError(state, text, { fix, cause: error });
}
