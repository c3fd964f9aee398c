import { createHmac, timingSafeEqual } from 'node:crypto';
import { KnownCredentials } from '../../aws/CredentialStore';
import { canonicalRequest, sha256Hex, SignedRequest } from './canonicalRequest';
import { parseAuthorization, SigV4Authorization } from './parseAuthorization';
import { SigV4Error } from './SigV4Error';

const MAX_SKEW_MS = 5 * 60_000;

/** What a signature must prove. */
export interface SigV4Expectation {
  readonly service: string;
  readonly region: string;
  readonly credentialsFor: (
    accessKeyId: string,
  ) => KnownCredentials | undefined;
  /** Wall-clock milliseconds; signers know nothing of simulated time. */
  readonly now: () => number;
}

/**
 * Verifies a Signature Version 4 in the Authorization header and returns whose it is.
 *
 * @throws SigV4Error saying what does not fit.
 */
export function verifySigV4(
  request: SignedRequest,
  expectation: SigV4Expectation,
): KnownCredentials {
  const authorization = parseAuthorization(single(request, 'authorization'));
  const credentials = expectation.credentialsFor(authorization.accessKeyId);
  if (!credentials) {
    throw new SigV4Error(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  checkScope(authorization, expectation);
  const timestamp = checkTime(request, authorization, expectation.now());
  checkHeaders(request, authorization, credentials);
  const expected = signatureOf(request, authorization, credentials, timestamp);
  if (
    !timingSafeEqual(
      Buffer.from(expected),
      Buffer.from(authorization.signature),
    )
  ) {
    throw new SigV4Error(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method.',
    );
  }
  return credentials;
}

function single(request: SignedRequest, name: string): string | undefined {
  return [request.headers[name]].flat()[0];
}

function checkScope(
  { service, region }: SigV4Authorization,
  expectation: SigV4Expectation,
): void {
  if (service !== expectation.service || region !== expectation.region) {
    throw new SigV4Error(
      'InvalidSignatureException',
      `Credential should be scoped to service '${expectation.service}' in region '${expectation.region}', not '${service}' in '${region}'.`,
    );
  }
}

function checkTime(
  request: SignedRequest,
  { date }: SigV4Authorization,
  now: number,
): string {
  const timestamp = single(request, 'x-amz-date') ?? '';
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
  if (!match || !timestamp.startsWith(date)) {
    throw new SigV4Error(
      'IncompleteSignatureException',
      'X-Amz-Date must be like 20261120T101500Z, on the day of the credential scope.',
    );
  }
  const [year, month, day, hour, minute, second] = match.slice(1).map(Number);
  const signed = Date.UTC(year, month - 1, day, hour, minute, second);
  if (Math.abs(now - signed) > MAX_SKEW_MS) {
    throw new SigV4Error(
      'InvalidSignatureException',
      `Signature expired or not yet current: ${timestamp} is more than 5 min from the server's time.`,
    );
  }
  return timestamp;
}

function checkHeaders(
  request: SignedRequest,
  { signedHeaders }: SigV4Authorization,
  { sessionToken }: KnownCredentials,
): void {
  if (
    !signedHeaders.includes('host') ||
    !signedHeaders.includes('x-amz-date')
  ) {
    throw new SigV4Error(
      'InvalidSignatureException',
      "'Host' and 'X-Amz-Date' must be signed headers.",
    );
  }
  if (single(request, 'x-amz-security-token') !== sessionToken) {
    throw new SigV4Error(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  const claimed = single(request, 'x-amz-content-sha256');
  if (claimed !== undefined && claimed !== sha256Hex(request.body)) {
    throw new SigV4Error(
      'InvalidSignatureException',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
    );
  }
}

function signatureOf(
  request: SignedRequest,
  { date, region, service, signedHeaders }: SigV4Authorization,
  { secretAccessKey }: KnownCredentials,
  timestamp: string,
): string {
  const scope = `${date}/${region}/${service}/aws4_request`;
  const hashed = sha256Hex(canonicalRequest(request, signedHeaders));
  const toSign = ['AWS4-HMAC-SHA256', timestamp, scope, hashed].join('\n');
  const hmac = (key: Buffer | string, data: string) =>
    createHmac('sha256', key).update(data).digest();
  const key = [date, region, service, 'aws4_request'].reduce<Buffer>(
    (secret, part) => hmac(secret, part),
    Buffer.from(`AWS4${secretAccessKey}`),
  );
  return hmac(key, toSign).toString('hex');
}
