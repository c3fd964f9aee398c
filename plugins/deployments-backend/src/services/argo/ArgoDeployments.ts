import { SourceResult } from '@slipway/platform-common';
import { ArgoResource, Environments } from '@slipway/platform-node';
import {
  Deployment,
  DeploymentHistoryEntry,
} from '@slipway/plugin-deployments-common';
import {
  ArgoApplicationKey,
  ArgoApplicationsClient,
} from '../../clients/ArgoApplicationsClient';
import { ArgoApplication } from '../../clients/argoApplicationSchema';
import { withinTime } from '../withinTime';
import { ArgoRevisions } from './ArgoRevisions';
import { ArgoSources } from './createArgoSources';
import { selectApplications } from './selectApplications';
import {
  deployedRevision,
  newestHistory,
  toArgoDeployment,
} from './toArgoDeployment';

const LONGEST_HISTORY = 10;
const PODS_PATIENCE_MS = 1_500;

/** Deployments of Argo CD applications. */
export class ArgoDeployments {
  readonly #client: ArgoApplicationsClient;
  readonly #sources: ArgoSources;
  readonly #revisions: ArgoRevisions;
  readonly #environments: Environments;

  constructor(options: {
    client: ArgoApplicationsClient;
    sources: ArgoSources;
    revisions: ArgoRevisions;
    environments: Environments;
  }) {
    this.#client = options.client;
    this.#sources = options.sources;
    this.#revisions = options.revisions;
    this.#environments = options.environments;
  }

  /** None, one or several deployments; a failed read is one result without data. */
  async read(resource: ArgoResource): Promise<SourceResult<Deployment>[]> {
    const { data, ...result } = await this.#sources.applications.get(
      resource.instance,
    );
    const source = {
      ...result.source,
      environment: resource.environment.name,
      target: resource.appName ?? resource.selector,
    };
    if (!data) return [{ ...result, source }];
    const neighbours = this.#environments
      .list()
      .filter(
        ({ name, argocd }) =>
          name !== resource.environment.name &&
          argocd?.instance === resource.instance,
      );
    const selected = selectApplications(resource, data, neighbours);
    return Promise.all(
      selected.map(async application => ({
        ...result,
        source: { ...source, target: application.metadata.name },
        data: await this.#toDeployment(resource, application),
      })),
    );
  }

  async #toDeployment(
    resource: ArgoResource,
    application: ArgoApplication,
  ): Promise<Deployment> {
    const { name, namespace } = application.metadata;
    const { instance, environment } = resource;
    const { project } = application.spec;
    const key = { instance, name, namespace, project };
    const revision = deployedRevision(application);
    const [current, history, replicas] = await Promise.all([
      revision && this.#revisions.describe(application, key, revision),
      this.#history(application, key),
      this.#replicas(application, key),
    ]);
    return toArgoDeployment(application, {
      environment: environment.name,
      consoleUrl: this.#consoleUrl(key),
      revision: current || undefined,
      replicas,
      history,
      now: Date.now(),
    });
  }

  async #history(
    application: ArgoApplication,
    key: ArgoApplicationKey,
  ): Promise<DeploymentHistoryEntry[]> {
    const newest = newestHistory(application).slice(0, LONGEST_HISTORY);
    return Promise.all(
      newest.map(async entry => ({
        id: String(entry.id),
        revision: await this.#revisions.describe(
          application,
          key,
          entry.revision ?? entry.revisions?.[0] ?? 'unknown',
        ),
        deployedAt: entry.deployedAt,
        initiatedBy: entry.initiatedBy?.automated
          ? 'Automatic sync'
          : entry.initiatedBy?.username,
      })),
    );
  }

  /** Pods are counted only while something is going on: the list of applications says when. */
  async #replicas(
    { status }: ArgoApplication,
    key: ArgoApplicationKey,
  ): Promise<Deployment['replicas']> {
    const settled =
      status?.sync?.status === 'Synced' &&
      status.health?.status === 'Healthy' &&
      status.operationState?.phase !== 'Running';
    if (settled) return undefined;
    const pods = await withinTime(
      PODS_PATIENCE_MS,
      this.#sources.pods.get(key),
    );
    return pods?.data?.replicas;
  }

  #consoleUrl({ instance, namespace, name }: ArgoApplicationKey): string {
    const path = [namespace, name]
      .filter(part => part !== undefined)
      .map(encodeURIComponent);
    return `${this.#client.instanceUrl(instance)}/applications/${path.join(
      '/',
    )}`;
  }
}
