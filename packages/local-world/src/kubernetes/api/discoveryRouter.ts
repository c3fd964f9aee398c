import express, { Router } from 'express';
import { resourceTypes } from '../resourceTypes';
import { KubernetesApiError } from './KubernetesApiError';

/** What the server says of itself: version, groups, kinds. */
export function discoveryRouter(): Router {
  const router = express.Router();
  router.get('/version', (_request, response) => {
    response.json({
      major: '1',
      minor: '33',
      gitVersion: 'v1.33.0-local-world',
      platform: 'linux/amd64',
    });
  });
  router.get('/api', (_request, response) => {
    response.json({ kind: 'APIVersions', versions: ['v1'] });
  });
  router.get('/apis', (_request, response) => {
    const groups = new Map(
      resourceTypes
        .filter(({ group }) => group)
        .map(({ group, version }) => [group, version]),
    );
    response.json({
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...groups].map(([name, version]) => ({
        name,
        versions: [{ groupVersion: `${name}/${version}`, version }],
        preferredVersion: { groupVersion: `${name}/${version}`, version },
      })),
    });
  });
  router.get('/api/:version', ({ params }, response) => {
    response.json(resourceList('', params.version));
  });
  router.get('/apis/:group/:version', ({ params }, response) => {
    response.json(resourceList(params.group, params.version));
  });
  return router;
}

function resourceList(group: string, version: string) {
  const resources = resourceTypes.filter(
    type => type.group === group && type.version === version,
  );
  if (resources.length === 0) {
    throw new KubernetesApiError(
      404,
      'NotFound',
      'the server could not find the requested resource',
    );
  }
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: group ? `${group}/${version}` : version,
    resources: resources.map(({ plural, kind, namespaced }) => ({
      name: plural,
      singularName: kind.toLowerCase(),
      namespaced,
      kind,
      verbs: ['get', 'list'],
    })),
  };
}
