import {
  PlatformFacts,
  QueueSpec,
  ServiceSpec,
} from '@slipway/platform-common';
import { PathName } from '../services/pathNames';
import { EnvironmentFacts, RepositoryFacts } from '../services/requestFacts';

/** An owned queue in one environment: what was asked for, and every name that files call it by. */
export interface QueueModel extends QueueSpec {
  /** In AWS: `dev-orders-created`, with `.fifo` behind where it is one. */
  readonly awsName: string;
  readonly arn: string;
  readonly dlqArn: string;
  readonly url: string;
  /** For HCL: `orders_created`. */
  readonly snake: string;
  /** `QUEUE_ORDERS_CREATED`, to which files add `_URL` and the like. */
  readonly variable: string;
}

/** One environment of a request. */
export interface EnvironmentModel extends EnvironmentFacts {
  /** True where changes are reviewed: two replicas at least, databases kept. */
  readonly protected: boolean;
  /** `111111111111.dkr.ecr.eu-west-1.amazonaws.com/order-mailer`. */
  readonly image: string;
  /** `arn:aws:iam::111111111111:role/dev-order-mailer`, of the task or the service account. */
  readonly roleArn: string;
  /** Prefix of names in AWS: `dev-order-mailer`. */
  readonly awsName: string;
  readonly ecsCluster?: string;
  readonly eksCluster?: string;
  /** What `facts.json` of the environment says. */
  readonly facts: PlatformFacts;
  readonly queues: readonly QueueModel[];
  /** Queues of others that it sends to. */
  readonly sendsTo: ReadonlyArray<
    Pick<QueueModel, 'name' | 'awsName' | 'arn' | 'url' | 'snake' | 'variable'>
  >;
  readonly replicas: number;
  readonly maxReplicas: number;
  /** Plain variables of the container, sorted by name: the one list from which ECS and EKS files are written. */
  readonly variables: ReadonlyArray<{
    readonly name: string;
    readonly value: string;
  }>;
}

/** Names of the service in the spellings that languages want. */
export interface NameModel {
  readonly kebab: string;
  readonly snake: string;
  readonly pascal: string;
  /** `ORDER_MAILER` */
  readonly variable: string;
  /** Java package segment: `ordermailer`; never a keyword. */
  readonly javaPackage: string;
}

/**
 * The `values` of every file of a golden path: of the parts, and of a template's own skeleton. The same object
 * everywhere, so that whoever writes a part has one page to read.
 */
export interface RenderModel {
  /** Which kind of golden path this is. */
  readonly path: PathName;
  readonly spec: ServiceSpec;
  readonly names: NameModel;
  readonly service: RepositoryFacts;
  readonly infrastructure: RepositoryFacts & { readonly branch: string };
  readonly request: {
    readonly id: string;
    /** Entity ref of the template. */
    readonly template: string;
    readonly templateVersion: string;
    readonly requester: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
  /** Kubernetes namespace, one for each system. */
  readonly namespace: string;
  /** Owner and system as tags and labels hold them: the bare name in the default namespace. */
  readonly ownerName: string;
  readonly systemName: string;
  /** AppProject of Argo CD, one for each team: the owner as Kubernetes takes names. */
  readonly projectName: string;
  readonly has: {
    readonly queues: boolean;
    readonly subscriptions: boolean;
    /** Kind `api`: it answers HTTP beyond health and metrics. */
    readonly http: boolean;
    readonly postgres: boolean;
    readonly redis: boolean;
    readonly table: boolean;
    /** A table that remembers handled events; whenever there are queues. */
    readonly idempotency: boolean;
    readonly publishes: boolean;
    readonly sends: boolean;
  };
  readonly environments: readonly EnvironmentModel[];
}

/** `values` of a part that is written once for each environment. */
export interface EnvironmentRenderModel extends RenderModel {
  readonly environment: EnvironmentModel;
}

/** A subscription of an owned queue in one environment. */
export interface SubscriptionModel {
  readonly source: 'topic' | 'bus';
  /** Name of the topic or bus in the facts, and its ARN. */
  readonly name: string;
  readonly arn: string;
  readonly snake: string;
  readonly eventTypes: readonly string[];
  readonly queue: QueueModel;
}

/** `values` of a part that is written once for each subscription of each environment. */
export interface SubscriptionRenderModel extends EnvironmentRenderModel {
  readonly subscription: SubscriptionModel;
}

/** `values` of a part that is written once for each queue of each environment. */
export interface QueueRenderModel extends EnvironmentRenderModel {
  readonly queue: QueueModel;
}
