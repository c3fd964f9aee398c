import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { SQSClient } from '@aws-sdk/client-sqs';

/** A service of AWS that the contract covers. */
export type ContractService = 'SQS' | 'CloudWatch' | 'tagging';

/** A server under test, as clients of the unmodified SDK see it. */
export interface ContractSubject {
  readonly sqs: SQSClient;
  readonly cloudWatch: CloudWatchClient;
  readonly tagging: ResourceGroupsTaggingAPIClient;
  /** A name that no other run uses, so that a server may keep what earlier runs left. */
  readonly unique: (name: string) => string;
  /** Lets time pass at the server, in milliseconds. */
  readonly pass: (ms: number) => Promise<void>;
}

/** One behaviour of AWS: its title says what holds. */
export type ContractCases = Readonly<
  Record<string, (subject: ContractSubject) => Promise<void>>
>;
