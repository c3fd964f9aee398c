import { Router } from 'express';
import { ArgoInstance } from '../ArgoInstance';
import { ARGO_USERNAME } from './syncRoutes';

const SERVER = 'https://kubernetes.default.svc';

/** What an Argo CD says of itself, its projects and its cluster. */
export function addInstanceRoutes(
  router: Router,
  instance: ArgoInstance,
): void {
  router.get('/api/version', (_request, response) => {
    response.json({ Version: 'v3.6.0+local-world' });
  });
  router.get('/api/v1/session/userinfo', (_request, response) => {
    response.json({
      loggedIn: true,
      username: ARGO_USERNAME,
      iss: 'argocd',
      groups: [],
    });
  });
  router.get('/api/v1/projects', (_request, response) => {
    const projects = new Set(['default']);
    instance.applications.forEach(({ manifest }) =>
      projects.add(manifest.spec.project),
    );
    response.json({
      metadata: {},
      items: [...projects].sort().map(name => ({
        metadata: { name, namespace: 'argocd' },
        spec: {
          sourceRepos: ['*'],
          destinations: [{ server: '*', namespace: '*' }],
          clusterResourceWhitelist: [{ group: '*', kind: '*' }],
        },
        status: {},
      })),
    });
  });
  router.get('/api/v1/clusters', (_request, response) => {
    response.json({
      metadata: {},
      items: [
        {
          server: SERVER,
          name: 'in-cluster',
          connectionState: { status: 'Successful', message: '' },
          serverVersion: '1.33',
          info: {
            serverVersion: '1.33',
            applicationsCount: instance.applications.size,
          },
        },
      ],
    });
  });
  router.get('/api/v1/applicationsets', (_request, response) => {
    response.json({ metadata: {}, items: [] });
  });
}
