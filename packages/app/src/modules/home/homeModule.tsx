import {
  ApiBlueprint,
  AppRootElementBlueprint,
  createFrontendModule,
  identityApiRef,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { VisitsStorageApi, visitsApiRef } from '@backstage/plugin-home';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';
import { SettledVisitListener } from './SettledVisitListener';
import { pageOf } from './visitedPage';

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () => import('./HomeLayout').then(({ HomeLayout }) => HomeLayout),
  },
});

const visits = ApiBlueprint.make({
  name: 'visits',
  params: define =>
    define({
      api: visitsApiRef,
      deps: { storageApi: storageApiRef, identityApi: identityApiRef },
      factory: deps =>
        VisitsStorageApi.create({ ...deps, transformPathname: pageOf }),
    }),
});

const visitListener = AppRootElementBlueprint.make({
  name: 'visit-listener',
  params: { element: <SettledVisitListener /> },
});

/** The first page: what needs a look, and the ways into the portal. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout, visits, visitListener],
});
