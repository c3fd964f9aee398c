import { z } from 'zod';
import { AwsError } from '../server/AwsError';
import { AwsService, operationFor } from '../server/AwsService';
import { CredentialStore } from '../CredentialStore';

const operation = operationFor('ValidationError');

const ROLE_ARN =
  /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@/-]+\/)?([\w+=,.@-]+)$/;

const assumeRoleInput = z.object({
  RoleArn: z.string().regex(ROLE_ARN, 'not the ARN of an IAM role'),
  RoleSessionName: z.string().regex(/^[\w+=,.@-]{2,64}$/, 'not a session name'),
  DurationSeconds: z.coerce.number().int().min(900).max(43_200).default(3_600),
});

/** STS: any role of an account of the world can be assumed; its credentials act in the role's account. */
export function createStsService(options: {
  readonly credentials: CredentialStore;
  /** Accounts that exist. */
  readonly accounts: readonly string[];
}): AwsService {
  const { credentials, accounts } = options;
  const assumeRole = operation(assumeRoleInput, (input, call) => {
    const [, account, role] = ROLE_ARN.exec(input.RoleArn) ?? [];
    if (!accounts.includes(account)) {
      throw new AwsError(
        'AccessDenied',
        `User: ${call.caller} is not authorized to perform: sts:AssumeRole on resource: ${input.RoleArn}`,
        { status: 403 },
      );
    }
    const issued = credentials.issue(account, role, input.RoleSessionName);
    return {
      AssumedRoleUser: {
        AssumedRoleId: `${issued.accessKeyId}:${input.RoleSessionName}`,
        Arn: issued.arn,
      },
      Credentials: {
        AccessKeyId: issued.accessKeyId,
        SecretAccessKey: issued.secretAccessKey,
        SessionToken: issued.sessionToken,
        // Wall time: the SDK compares it with its own clock, which does not follow the simulated one.
        Expiration: new Date(
          Date.now() + input.DurationSeconds * 1000,
        ).toISOString(),
      },
    };
  });
  const getCallerIdentity = operation(z.object({}), (_input, call) => ({
    Arn: call.caller,
    UserId: 'AIDALOCALWORLD',
    Account: call.account,
  }));
  return {
    name: 'STS',
    target: '2011-06-15',
    signingName: 'sts',
    protocol: 'query',
    operations: {
      AssumeRole: assumeRole,
      GetCallerIdentity: getCallerIdentity,
    },
  };
}
