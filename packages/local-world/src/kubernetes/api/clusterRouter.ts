import express, { Request, Response, Router } from 'express';
import { z } from 'zod';
import { Millis, WorkloadRegistry } from '../../world/types';
import { Cluster } from '../Cluster';
import { ResourceType, typeOfPath } from '../resourceTypes';
import { discoveryRouter } from './discoveryRouter';
import { KubernetesApiError } from './KubernetesApiError';
import { listObjects, objectsOf } from './listObjects';
import { podLog } from './podLog';

export interface ClusterRouterOptions {
  readonly cluster: Cluster;
  readonly environment: string;
  readonly registry: WorkloadRegistry;
  readonly now: () => Millis;
}

/** The API server of one cluster, below its path. */
export function clusterRouter(options: ClusterRouterOptions): Router {
  const { cluster, now } = options;
  const router = express.Router();
  router.use(discoveryRouter());
  addPodRoutes(router, options);

  const list = (request: Request, response: Response) => {
    const { namespace } = request.params;
    const type = typeOf(request);
    response.json(listObjects(cluster, type, namespace, request.query, now()));
  };
  const get = (request: Request, response: Response) => {
    const { namespace, name } = request.params;
    const type = typeOf(request);
    const found = objectsOf(cluster, type, now()).find(
      ({ metadata }) =>
        metadata.name === name &&
        (!type.namespaced || metadata.namespace === namespace),
    );
    if (!found) {
      const resource = type.group
        ? `${type.plural}.${type.group}`
        : type.plural;
      throw KubernetesApiError.notFound(resource, name);
    }
    response.json(found);
  };
  for (const base of ['/api/:version', '/apis/:group/:version']) {
    router.get(`${base}/namespaces/:namespace/:plural/:name`, get);
    router.get(`${base}/namespaces/:namespace/:plural`, list);
    router.get(`${base}/:plural/:name`, get);
    router.get(`${base}/:plural`, list);
  }
  router.use((request: Request) => {
    throw KubernetesApiError.notImplemented(
      `${request.method} ${request.path}`,
    );
  });
  return router;
}

/** @throws KubernetesApiError 404, as an API server answers for groups and kinds it does not know. */
function typeOf(request: Request): ResourceType {
  const { group = '', version, plural } = request.params;
  const type = typeOfPath(group, version, plural);
  if (!type) {
    throw new KubernetesApiError(
      404,
      'NotFound',
      `the server could not find the requested resource (${request.path})`,
    );
  }
  return type;
}

const logQuerySchema = z.looseObject({
  container: z.string().optional(),
  previous: z.string().optional(),
  tailLines: z.coerce.number().int().min(0).max(5_000).optional(),
});

function addPodRoutes(
  router: Router,
  { cluster, environment, registry, now }: ClusterRouterOptions,
): void {
  const path = '/api/v1/namespaces/:namespace/pods/:pod';
  const deployedOf = (namespace: string, pod: string) => {
    const deployed = cluster.deployments.ofPod(namespace, pod);
    if (!deployed) throw KubernetesApiError.notFound('pods', pod);
    return deployed;
  };
  router.get(`${path}/log`, ({ params, query }, response) => {
    const { namespace, pod } = params;
    const deployed = deployedOf(namespace, pod);
    const parsed = logQuerySchema.safeParse(query);
    if (!parsed.success)
      throw KubernetesApiError.badRequest('invalid log options');
    const { container, previous, tailLines } = parsed.data;
    const { containers } = deployed.rollout.current.template.spec;
    if (container && !containers.some(({ name }) => name === container)) {
      throw KubernetesApiError.badRequest(
        `container ${container} is not valid for pod ${pod}`,
      );
    }
    if (previous !== undefined && previous !== 'false') {
      throw KubernetesApiError.badRequest(
        `previous terminated container "${
          container ?? containers[0].name
        }" in pod "${pod}" not found`,
      );
    }
    const log = podLog(deployed, pod, {
      environment,
      registry,
      now: now(),
      tailLines,
    });
    response.type('text/plain').send(log);
  });
  router.delete(path, ({ params }, response) => {
    const { rollout } = deployedOf(params.namespace, params.pod);
    rollout.deletePod(params.pod, now());
    response.json({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: { name: params.pod, kind: 'pods' },
    });
  });
}
