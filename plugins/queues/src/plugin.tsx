import { discoveryApiRef, fetchApiRef } from '@backstage/core-plugin-api';
import {
  ApiBlueprint,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityContextMenuItemBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiAddLine, RiInboxLine } from '@remixicon/react';
import { queuesApiRef } from './api/QueuesApi';
import { QueuesClient } from './api/QueuesClient';
import { deadLettersWidget } from './deadLettersWidget';
import { useAddQueueMenuItem } from './hooks/useAddQueueMenuItem';
import { isGoldenPathService } from './isGoldenPathService';
import { isQueuesAvailable } from './isQueuesAvailable';
import {
  queuesBoardRouteRef,
  queuesContentRouteRef,
  templateRouteRef,
} from './routes';
import { queueSearchResult, queueSearchType } from './searchResult';

const queuesApi = ApiBlueprint.make({
  params: define =>
    define({
      api: queuesApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new QueuesClient(deps),
    }),
});

const queuesBoard = PageBlueprint.make({
  params: {
    path: '/queues',
    title: 'Queues',
    icon: <RiInboxLine />,
    routeRef: queuesBoardRouteRef,
    loader: () =>
      import('./components/QueuesBoard').then(({ QueuesBoardPage }) => (
        <QueuesBoardPage />
      )),
  },
});

const queuesCard = EntityCardBlueprint.make({
  name: 'queues',
  params: {
    type: 'content',
    filter: isQueuesAvailable,
    loader: () =>
      import('./components/QueuesCard').then(({ QueuesCard }) => (
        <QueuesCard />
      )),
  },
});

const queuesContent = EntityContentBlueprint.make({
  name: 'queues',
  params: {
    path: '/queues',
    title: 'Queues',
    filter: isQueuesAvailable,
    routeRef: queuesContentRouteRef,
    loader: () =>
      import('./components/QueuesContent').then(({ QueuesContent }) => (
        <QueuesContent />
      )),
  },
});

// A service without queues has no card of queues that could lead to the form.
const addQueueMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'add-queue',
  params: {
    icon: <RiAddLine size={16} />,
    filter: isGoldenPathService,
    useProps: useAddQueueMenuItem,
  },
});

/** Queues: a card and a tab for entities, and a board of all. @public */
export const queuesPlugin = createFrontendPlugin({
  pluginId: 'slipway-queues',
  title: 'Queues',
  icon: <RiInboxLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: queuesBoardRouteRef,
    entityContent: queuesContentRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    queuesApi,
    queuesBoard,
    queuesCard,
    queuesContent,
    addQueueMenuItem,
    deadLettersWidget,
    queueSearchResult,
    queueSearchType,
  ],
});
