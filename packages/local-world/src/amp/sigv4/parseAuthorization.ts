import { SigV4Error } from './SigV4Error';

/** Parts of an `Authorization: AWS4-HMAC-SHA256 …` header. */
export interface SigV4Authorization {
  readonly accessKeyId: string;
  /** `YYYYMMDD` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';

/** @throws SigV4Error when the header is missing or malformed. */
export function parseAuthorization(
  header: string | undefined,
): SigV4Authorization {
  if (!header) {
    throw new SigV4Error(
      'MissingAuthenticationTokenException',
      'Missing Authentication Token',
    );
  }
  const match =
    /^AWS4-HMAC-SHA256\s+Credential=([^/\s,]+)\/(\d{8})\/([^/\s,]+)\/([^/\s,]+)\/aws4_request\s*,\s*SignedHeaders=([a-z0-9;._-]+)\s*,\s*Signature=([0-9a-f]{64})$/.exec(
      header,
    );
  if (!match) {
    throw new SigV4Error(
      'IncompleteSignatureException',
      `Authorization header must be ${ALGORITHM} with Credential, SignedHeaders and Signature`,
    );
  }
  const [, accessKeyId, date, region, service, headers, signature] = match;
  const signedHeaders = headers.split(';');
  return { accessKeyId, date, region, service, signedHeaders, signature };
}
