import { ManifestError } from '@slipway/infrastructure-code';
import { Request, Router } from 'express';
import { z } from 'zod';
import { Millis } from '../../world/types';
import { ManagedApplication } from '../application/ManagedApplication';
import { trackedObject } from '../application/compareResources';
import { SyncRequest } from '../application/SyncOperation';
import { ArgoApiError } from '../ArgoApiError';
import { ArgoInstance } from '../ArgoInstance';
import { applicationView } from './applicationView';
import { getApplication, parseApplicationQuery } from './findApplications';

/** Who the local token belongs to. */
export const ARGO_USERNAME = 'slipway';

const base = {
  appNamespace: z.string().optional(),
  project: z.string().optional(),
  dryRun: z.boolean().default(false),
  prune: z.boolean().default(false),
  name: z.string().optional(),
};

const syncSchema = z.looseObject({
  ...base,
  revision: z.string().default(''),
  resources: z
    .array(
      z.looseObject({
        group: z.string().default(''),
        kind: z.string(),
        name: z.string(),
        namespace: z.string().optional(),
      }),
    )
    .optional(),
});

const rollbackSchema = z.looseObject({
  ...base,
  id: z.coerce.number().int(),
});

function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body ?? {});
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    throw ArgoApiError.invalidArgument(`${path.join('.')}: ${message}`);
  }
  return parsed.data;
}

/** Sync, rollback and termination: what changes an application. */
export function addSyncRoutes(
  router: Router,
  instance: ArgoInstance,
  now: () => Millis,
): void {
  const path = '/api/v1/applications/:name';
  const find = (request: Request, body?: { project?: string }) => {
    const query = parseApplicationQuery(request.query);
    const project = body?.project ? [body.project] : query.project;
    return getApplication(instance, request.params.name, { ...query, project });
  };

  router.post(`${path}/sync`, async (request, response) => {
    const body = parseBody(syncSchema, request.body);
    const application = find(request, body);
    const revision = await syncRevision(instance, application, body.revision);
    const objects = await objectsAt(instance, application, revision);
    start(application, now(), {
      revision,
      objects,
      prune: body.prune,
      dryRun: body.dryRun,
      only: body.resources,
      initiatedBy: { username: ARGO_USERNAME },
    });
    response.json(applicationView(application));
  });

  router.post(`${path}/rollback`, async (request, response) => {
    const body = parseBody(rollbackSchema, request.body);
    const application = find(request, body);
    if (application.isAutomated) {
      throw ArgoApiError.failedPrecondition(
        'rollback cannot be initiated when auto-sync is enabled',
      );
    }
    const entry = application.history.find(({ id }) => id === body.id);
    if (!entry) {
      throw ArgoApiError.invalidArgument(
        `application ${application.name} does not have deployment id ${body.id} in history`,
      );
    }
    start(application, now(), {
      revision: entry.revision,
      objects: await objectsAt(instance, application, entry.revision),
      prune: body.prune,
      dryRun: body.dryRun,
      initiatedBy: { username: ARGO_USERNAME },
    });
    response.json(applicationView(application));
  });

  router.delete(`${path}/operation`, (request, response) => {
    const application = find(request);
    application.operation.terminate(application.manifest.spec.source);
    response.json({});
  });
}

function start(
  application: ManagedApplication,
  now: Millis,
  request: SyncRequest,
): void {
  application.startSync(request, now);
  application.compare(now);
}

/** A commit other than the newest may only be synced where nothing syncs by itself. */
async function syncRevision(
  instance: ArgoInstance,
  application: ManagedApplication,
  wanted: string,
): Promise<string> {
  const head = await instance.options.repository.head();
  const { targetRevision } = application.manifest.spec.source;
  if (head && ['', 'HEAD', targetRevision, head.sha].includes(wanted)) {
    return head.sha;
  }
  if (application.isAutomated) {
    throw ArgoApiError.failedPrecondition(
      `Cannot sync to ${wanted}: auto-sync currently set to ${targetRevision}`,
    );
  }
  const commit = await instance.options.repository.commit(wanted);
  if (!commit) {
    throw ArgoApiError.failedPrecondition(
      `Unable to resolve '${wanted}' to a commit SHA`,
    );
  }
  return commit.sha;
}

async function objectsAt(
  instance: ArgoInstance,
  { manifest }: ManagedApplication,
  revision: string,
) {
  try {
    const objects = await instance.render(manifest, revision);
    return objects.map(object => trackedObject(manifest, object));
  } catch (error) {
    if (error instanceof ManifestError) {
      throw ArgoApiError.failedPrecondition(
        `failed to generate manifest for source 1 of 1: ${error.message}`,
      );
    }
    throw error;
  }
}
