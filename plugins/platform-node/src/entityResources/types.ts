import {
  BackstageCredentials,
  BackstageUserPrincipal,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { SlipwayEnvironment } from '@slipway/platform-common';

/** A queue that belongs to an entity. @public */
export interface QueueResource {
  readonly arn: string;
  readonly name: string;
  readonly environment: SlipwayEnvironment;
  /** What led to it: an annotation of the entity itself, AWS tags, or a relation to a queue Resource. */
  readonly foundBy: 'annotation' | 'tags' | QueueRelation;
}

/** Relations that lead from an entity to queue Resources. @public */
export type QueueRelation = 'dependsOn' | 'ownerOf' | 'hasPart';

/** An Argo CD application, or all that a selector finds, of an entity. @public */
export interface ArgoResource {
  readonly environment: SlipwayEnvironment;
  /** Name under `argocd.appLocatorMethods[].instances[]`. */
  readonly instance: string;
  readonly appName?: string;
  readonly selector?: string;
  readonly appNamespace?: string;
  readonly project?: string;
}

/** An ECS service of an entity. @public */
export interface EcsServiceResource {
  readonly environment: SlipwayEnvironment;
  readonly arn: string;
  readonly cluster: string;
  readonly service: string;
}

/** How an entity's metrics are told from others in a workspace. @public */
export interface MetricsResource {
  readonly environment: SlipwayEnvironment;
  readonly serviceName: string;
}

/** Something in an entity's annotations that cannot be used, in words for the page. @public */
export interface ResourceProblem {
  readonly annotation: string;
  readonly message: string;
  readonly fix: string;
}

/** What was found, and what could not be. @public */
export interface Resolved<T> {
  readonly resources: readonly T[];
  readonly problems: readonly ResourceProblem[];
}

/** @public */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/**
 * From an entity to what it runs on. Everything is read from the catalog with the caller's credentials; a
 * browser never names an ARN, a URL or an application.
 * @public
 */
export interface EntityResources {
  /**
   * Reads the entity as the caller.
   * @throws InputError when the ref is malformed, NotFoundError when the caller cannot see such an entity.
   */
  getEntity(entityRef: string, credentials: CallerCredentials): Promise<Entity>;
  /**
   * Queues named by its annotations, by AWS tags in its annotations, and by the annotations of queue Resources it depends on,
   * owns or contains; 200 at most.
   */
  queues(
    entity: Entity,
    credentials: CallerCredentials,
  ): Promise<Resolved<QueueResource>>;
  /** Queues that the annotations of the entity itself name. */
  ownQueues(entity: Entity): Resolved<QueueResource>;
  argoApplications(entity: Entity): Resolved<ArgoResource>;
  ecsServices(entity: Entity): Resolved<EcsServiceResource>;
  metrics(entity: Entity): Resolved<MetricsResource>;
}
