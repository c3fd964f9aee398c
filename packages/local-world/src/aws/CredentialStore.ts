import { randomBytes } from 'node:crypto';

/** Credentials that the AWS stand-in knows, and the account they act in. */
export interface KnownCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Present on temporary credentials; a request must carry the same. */
  readonly sessionToken?: string;
  readonly account: string;
  /** ARN of the caller, `arn:aws:sts::111111111111:assumed-role/slipway/olivia`. */
  readonly arn: string;
}

/** The key of the management account; app-config.local-world.yaml names the same. Worth nothing outside. */
export const MANAGEMENT_CREDENTIALS: KnownCredentials = {
  accessKeyId: 'AKIALOCALWORLD000000',
  secretAccessKey: 'local-world-secret',
  account: '000000000000',
  arn: 'arn:aws:iam::000000000000:user/slipway',
};

/** Temporary credentials kept at most; the oldest are forgotten first. */
const MAX_SESSIONS = 5_000;

/** The access keys that are valid in the simulated AWS. */
export class CredentialStore {
  readonly #known = new Map<string, KnownCredentials>([
    [MANAGEMENT_CREDENTIALS.accessKeyId, MANAGEMENT_CREDENTIALS],
  ]);

  /** What an access key stands for; undefined when unknown. */
  credentialsFor(accessKeyId: string): KnownCredentials | undefined {
    return this.#known.get(accessKeyId);
  }

  /** Issues temporary credentials for a role session, as STS does. */
  issue(account: string, role: string, session: string): KnownCredentials {
    const credentials: KnownCredentials = {
      accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
      secretAccessKey: randomBytes(20).toString('hex'),
      sessionToken: randomBytes(48).toString('base64'),
      account,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
    };
    this.#known.set(credentials.accessKeyId, credentials);
    if (this.#known.size > MAX_SESSIONS) {
      const [oldest] = [...this.#known.keys()].filter(key =>
        key.startsWith('ASIA'),
      );
      this.#known.delete(oldest);
    }
    return credentials;
  }
}
