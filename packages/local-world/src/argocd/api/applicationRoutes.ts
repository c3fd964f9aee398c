import { Request, Router } from 'express';
import { podEvents } from '../../kubernetes/api/podEvents';
import { deterministicUid } from '../../kubernetes/deterministicName';
import { Millis } from '../../world/types';
import { ManagedApplication } from '../application/ManagedApplication';
import { ArgoApiError } from '../ArgoApiError';
import { ArgoInstance } from '../ArgoInstance';
import { applicationView } from './applicationView';
import {
  findApplications,
  getApplication,
  parseApplicationQuery,
} from './findApplications';
import { managedResources, resourceTree } from './resourceTree';
import { selectFields } from './selectFields';

/** Reads of applications. */
export function addApplicationRoutes(
  router: Router,
  instance: ArgoInstance,
  now: () => Millis,
): void {
  const path = '/api/v1/applications/:name';
  const find = (request: Request) =>
    getApplication(
      instance,
      request.params.name,
      parseApplicationQuery(request.query),
    );

  router.get('/api/v1/applications', (request, response) => {
    const query = parseApplicationQuery(request.query);
    const applications = findApplications(instance, query);
    const list = {
      metadata: { resourceVersion: String(Math.floor(now() / 1000)) },
      items: applications.map(applicationView),
    };
    response.json(selectFields(list, query.fields));
  });

  router.get(path, async (request, response) => {
    const query = parseApplicationQuery(request.query);
    const application = find(request);
    if (query.refresh) {
      await instance.refresh(application, query.refresh === 'hard');
    }
    response.json(selectFields(applicationView(application), query.fields));
  });

  router.get(`${path}/resource-tree`, (request, response) => {
    response.json(resourceTree(find(request)));
  });

  router.get(`${path}/managed-resources`, (request, response) => {
    response.json(managedResources(find(request)));
  });

  router.get(
    `${path}/revisions/:revision/metadata`,
    async (request, response) => {
      find(request);
      const { revision } = request.params;
      const commit = await instance.options.repository.commit(revision);
      if (!commit) {
        throw ArgoApiError.unknown(
          `failed to get git revision metadata: unable to resolve '${revision}'`,
        );
      }
      const { author, date, message } = commit;
      response.json({ author, date, message });
    },
  );

  router.get(`${path}/events`, (request, response) => {
    const items = eventsOf(find(request), request.query, now());
    response.json({ metadata: {}, items });
  });

  router.get(`${path}/syncwindows`, (request, response) => {
    find(request);
    response.json({ activeWindows: [], assignedWindows: [], canSync: true });
  });
}

/** Events of the Application itself, or of one of its pods when the query names it. */
function eventsOf(
  application: ManagedApplication,
  { resourceName, resourceNamespace }: Request['query'],
  now: Millis,
) {
  if (resourceName !== undefined) {
    return podEvents(application.cluster, now).filter(
      ({ metadata, involvedObject }) =>
        metadata.namespace === resourceNamespace &&
        JSON.stringify(involvedObject).includes(`"${resourceName}"`),
    );
  }
  const { name, namespace } = application.manifest.metadata;
  return application.events.all().map(({ time, type, reason, message }) => {
    const at = `${new Date(time).toISOString().slice(0, 19)}Z`;
    const eventName = `${name}.${time.toString(16)}.${reason.toLowerCase()}`;
    return {
      metadata: {
        name: eventName,
        namespace,
        uid: deterministicUid(eventName),
      },
      involvedObject: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        namespace,
        name,
      },
      type,
      reason,
      message,
      count: 1,
      firstTimestamp: at,
      lastTimestamp: at,
      source: { component: 'argocd-application-controller' },
    };
  });
}
