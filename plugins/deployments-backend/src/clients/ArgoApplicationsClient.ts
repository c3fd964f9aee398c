import { ArgoClients, UpstreamError } from '@slipway/platform-node';
import { z } from 'zod';
import {
  ArgoApplication,
  argoApplicationListSchema,
  argoApplicationSchema,
  ArgoResourceTree,
  argoResourceTreeSchema,
  argoRevisionMetadataSchema,
} from './argoApplicationSchema';

/**
 * One application of one instance. The project goes with every request: without it Argo CD answers 403 for an
 * application that does not exist.
 */
export interface ArgoApplicationKey {
  readonly instance: string;
  readonly name: string;
  readonly namespace?: string;
  readonly project: string;
}

/** Who made a revision, when and why. */
export interface ArgoRevisionMetadata {
  readonly author?: string;
  readonly date?: string;
  readonly message?: string;
}

/** Only what is read is asked for: a list of a thousand whole applications is tens of megabytes. */
const LIST_FIELDS = [
  'items.metadata.name',
  'items.metadata.namespace',
  'items.metadata.labels',
  'items.spec',
  'items.status.sync',
  'items.status.health',
  'items.status.operationState',
  'items.status.history',
  'items.status.resources',
  'items.status.conditions',
  'items.status.summary',
].join(',');

/** Reads of Argo CD; the account of the token needs `applications, get`. All throw UpstreamError. */
export class ArgoApplicationsClient {
  readonly #clients: ArgoClients;

  constructor(clients: ArgoClients) {
    this.#clients = clients;
  }

  /** Base URL of an instance, for links. */
  instanceUrl(instance: string): string {
    return this.#clients.get(instance).url;
  }

  /** All applications the token may see. One that cannot be read is left out, so that it hides no other. */
  async list(
    instance: string,
    context: { signal: AbortSignal },
  ): Promise<ArgoApplication[]> {
    const answer = await this.#clients
      .get(instance)
      .get(['applications'], { ...context, query: { fields: LIST_FIELDS } });
    const { items } = parse(argoApplicationListSchema, answer, instance);
    return (items ?? []).flatMap(item => {
      const application = argoApplicationSchema.safeParse(item);
      return application.success ? [application.data] : [];
    });
  }

  async revisionMetadata(
    key: ArgoApplicationKey,
    revision: string,
    context: { signal: AbortSignal },
  ): Promise<ArgoRevisionMetadata> {
    const path = ['applications', key.name, 'revisions', revision, 'metadata'];
    const answer = await this.#get(key, path, context);
    return parse(argoRevisionMetadataSchema, answer, key.instance);
  }

  async resourceTree(
    key: ArgoApplicationKey,
    context: { signal: AbortSignal },
  ): Promise<ArgoResourceTree> {
    const path = ['applications', key.name, 'resource-tree'];
    const answer = await this.#get(key, path, context);
    return parse(argoResourceTreeSchema, answer, key.instance);
  }

  #get(
    key: ArgoApplicationKey,
    path: readonly string[],
    context: { signal: AbortSignal },
  ) {
    const query = { project: key.project, appNamespace: key.namespace };
    return this.#clients.get(key.instance).get(path, { ...context, query });
  }
}

function parse<T>(schema: z.ZodType<T>, answer: unknown, instance: string): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw new UpstreamError(
      'misconfigured',
      `Argo CD '${instance}' answered in an unknown form`,
      { fix: `Check the url of Argo CD '${instance}' in app-config` },
    );
  }
  return parsed.data;
}
