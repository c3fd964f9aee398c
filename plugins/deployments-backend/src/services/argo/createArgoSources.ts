import { FetchEngine, Source } from '@slipway/platform-node';
import { Deployment } from '@slipway/plugin-deployments-common';
import {
  ArgoApplicationKey,
  ArgoApplicationsClient,
  ArgoRevisionMetadata,
} from '../../clients/ArgoApplicationsClient';
import { ArgoApplication } from '../../clients/argoApplicationSchema';
import { podCounts } from './podCounts';

/** @internal */
export interface ArgoRevisionKey extends ArgoApplicationKey {
  readonly repository: string;
  readonly revision: string;
}

/** The cached reads of Argo CD. */
export interface ArgoSources {
  /** By instance: one list serves every entity and viewer. */
  readonly applications: Source<string, readonly ArgoApplication[]>;
  readonly revisions: Source<ArgoRevisionKey, ArgoRevisionMetadata>;
  /** Asked for only while an application is not settled. */
  readonly pods: Source<
    ArgoApplicationKey,
    { readonly replicas: Deployment['replicas'] }
  >;
}

const upstream = 'argocd';
const instanceOf = (key: ArgoApplicationKey) => key.instance;
const describe = (key: ArgoApplicationKey) => ({ upstream, target: key.name });
const applicationId = (key: ArgoApplicationKey) =>
  JSON.stringify([key.instance, key.namespace, key.name]);
/** A commit is the same whichever application asks. */
const revisionId = (key: ArgoRevisionKey) =>
  JSON.stringify([key.instance, key.repository, key.revision]);

function createApplicationsSource(
  engine: FetchEngine,
  client: ArgoApplicationsClient,
): ArgoSources['applications'] {
  return engine.createSource<string, readonly ArgoApplication[]>({
    upstream,
    operation: 'ListApplications',
    key: instance => instance,
    target: instance => instance,
    describe: instance => ({ upstream, target: `Argo CD ${instance}` }),
    ttl: { seconds: 4 },
    staleFor: { minutes: 15 },
    deadline: { seconds: 8 },
    load: async ([instance], context) =>
      new Map([[instance, await client.list(instance, context)]]),
  });
}

/** @internal */
export function createArgoSources(
  engine: FetchEngine,
  client: ArgoApplicationsClient,
): ArgoSources {
  return {
    applications: createApplicationsSource(engine, client),
    revisions: engine.createSource<ArgoRevisionKey, ArgoRevisionMetadata>({
      upstream,
      operation: 'RevisionMetadata',
      key: revisionId,
      target: instanceOf,
      describe,
      ttl: { hours: 24 },
      staleFor: { days: 30 },
      deadline: { seconds: 8 },
      load: async ([key], context) => {
        const found = await client.revisionMetadata(key, key.revision, context);
        return new Map([[revisionId(key), found]]);
      },
    }),
    pods: engine.createSource<
      ArgoApplicationKey,
      { readonly replicas: Deployment['replicas'] }
    >({
      upstream,
      operation: 'ResourceTree',
      key: applicationId,
      target: instanceOf,
      describe,
      ttl: { seconds: 4 },
      staleFor: { seconds: 30 },
      deadline: { seconds: 8 },
      load: async ([key], context) => {
        const replicas = podCounts(await client.resourceTree(key, context));
        return new Map([[applicationId(key), { replicas }]]);
      },
    }),
  };
}
