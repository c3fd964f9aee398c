import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiGitPullRequestLine } from '@remixicon/react';
import { infraPrsApiRef } from './api/InfraPrsApi';
import { InfraPrsClient } from './api/InfraPrsClient';
import { myChangesWidget, waitingChangesWidget } from './changesWidgets';
import {
  changeRouteRef,
  figuresRouteRef,
  createSomethingRouteRef,
  entityContentRouteRef,
  rootRouteRef,
  templateRouteRef,
} from './routes';
import { changeSearchResult, changeSearchType } from './searchResult';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: infraPrsApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new InfraPrsClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/infra-prs',
    title: 'Changes',
    icon: <RiGitPullRequestLine />,
    routeRef: rootRouteRef,
    loader: async () => {
      const { ChangesRouter } = await import('./components/ChangesRouter');
      return <ChangesRouter />;
    },
  },
});

const entityContent = EntityContentBlueprint.make({
  name: 'changes',
  params: {
    path: '/changes',
    title: 'Changes',
    routeRef: entityContentRouteRef,
    filter: { kind: { $in: ['component', 'resource', 'system', 'api'] } },
    loader: async () => {
      const { EntityChangesContent } = await import(
        './components/EntityChanges/EntityChangesContent'
      );
      return <EntityChangesContent />;
    },
  },
});

const openChangesCard = EntityCardBlueprint.make({
  name: 'open-changes',
  params: {
    type: 'content',
    filter: { kind: { $in: ['component', 'resource', 'system'] } },
    loader: async () => {
      const { EntityOpenChangesCard } = await import(
        './components/EntityChanges/EntityOpenChangesCard'
      );
      return <EntityOpenChangesCard />;
    },
  },
});

/**
 * Changes of the infrastructure repository, for the new frontend system.
 * @public
 */
export default createFrontendPlugin({
  pluginId: 'slipway-infra-prs',
  title: 'Changes',
  icon: <RiGitPullRequestLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    change: changeRouteRef,
    figures: figuresRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: {
    create: createSomethingRouteRef,
    template: templateRouteRef,
  },
  extensions: [
    api,
    page,
    entityContent,
    openChangesCard,
    waitingChangesWidget,
    myChangesWidget,
    changeSearchResult,
    changeSearchType,
  ],
});
