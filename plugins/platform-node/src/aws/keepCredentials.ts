import { AwsCredentialIdentity } from '@aws-sdk/types';

const RENEW_BEFORE_EXPIRY_MS = 5 * 60_000;

/** Wraps a credential provider so that a role is assumed once for all clients of an account, not once by each. */
export function keepCredentials(
  provider: () => Promise<AwsCredentialIdentity>,
): () => Promise<AwsCredentialIdentity> {
  let pending: Promise<AwsCredentialIdentity> | undefined;
  let renewAt = Infinity;
  return async () => {
    if (pending && Date.now() < renewAt) {
      return pending;
    }
    renewAt = Infinity;
    const current = provider();
    pending = current;
    try {
      const identity = await current;
      if (identity.expiration) {
        renewAt = identity.expiration.getTime() - RENEW_BEFORE_EXPIRY_MS;
      }
      return identity;
    } catch (error) {
      pending = undefined;
      throw error;
    }
  };
}
