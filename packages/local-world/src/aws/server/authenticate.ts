import { Request } from 'express';
import { AwsError } from './AwsError';
import { CredentialStore, KnownCredentials } from '../CredentialStore';

/** Who signed a request, and for which region and service. */
export interface SignedCaller {
  readonly credentials: KnownCredentials;
  readonly region: string;
  readonly service: string;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([A-Z0-9]{16,128})\/(\d{8})\/([a-z0-9-]+)\/([a-z0-9-]+)\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/;

/** How far the clock of a caller may be off. The SDKs correct theirs by the date of the refusal and try again. */
const MAX_SKEW_MS = 5 * 60_000;

/** `20261128T064500Z` as milliseconds since the epoch; NaN for anything else. */
const timeOf = (stamp: string): number =>
  Date.parse(
    stamp.replace(
      /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
      '$1-$2-$3T$4:$5:$6Z',
    ),
  );

function checkTime(stamp: string): void {
  const skew = timeOf(stamp) - Date.now();
  if (!(Math.abs(skew) <= MAX_SKEW_MS)) {
    throw new AwsError(
      'InvalidSignatureException',
      `Signature ${
        skew > 0 ? 'not yet current' : 'expired'
      }: ${stamp} is more than 5 min. from ${new Date().toISOString()}`,
      { status: 403, queryCode: 'SignatureDoesNotMatch' },
    );
  }
}

const malformed = (why: string) =>
  new AwsError('IncompleteSignature', why, { status: 400 });

/**
 * Reads the SigV4 header: it must be well-formed, of a known key, and carry the session token of temporary credentials.
 *
 * @remarks
 * The signature's value is not recomputed here; the AMP stand-in does that for its own calls.
 */
export function authenticate(
  request: Request,
  store: CredentialStore,
): SignedCaller {
  const header = request.get('authorization');
  if (!header) {
    throw new AwsError(
      'MissingAuthenticationToken',
      'Request is missing Authentication Token',
      { status: 403 },
    );
  }
  const match = AUTHORIZATION.exec(header);
  if (!match) {
    throw malformed('Authorization header is not a SigV4 signature');
  }
  const [, accessKeyId, date, region, service, signedHeaders] = match;
  const stamp = request.get('x-amz-date') ?? '';
  if (!stamp.startsWith(date)) {
    throw malformed('Date in Credential scope does not match X-Amz-Date');
  }
  if (!signedHeaders.split(';').includes('host')) {
    throw malformed("'Host' must be a signed header");
  }
  checkTime(stamp);
  return { credentials: known(request, accessKeyId, store), region, service };
}

function known(
  request: Request,
  accessKeyId: string,
  store: CredentialStore,
): KnownCredentials {
  const credentials = store.credentialsFor(accessKeyId);
  const token = request.get('x-amz-security-token');
  if (!credentials || credentials.sessionToken !== token) {
    throw new AwsError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
      { status: 403, queryCode: 'InvalidClientTokenId' },
    );
  }
  return credentials;
}
