import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

const layout = HomePageLayoutBlueprint.make({
  params: {
    loader: () => import('./HomeLayout').then(({ HomeLayout }) => HomeLayout),
  },
});

/** The first page: what needs a look, and the ways into the portal. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [layout],
});
