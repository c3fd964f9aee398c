import {
  AppRootElementBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { AppTitle } from '@slipway/platform-react';
import { usePortalTitle } from './usePortalTitle';

function ConfiguredTitle() {
  return <AppTitle title={usePortalTitle()} />;
}

/** Pages of the new frontend system name no document; ours do, and this is what theirs fall back to. */
export const titleModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    AppRootElementBlueprint.make({
      name: 'title',
      params: { element: <ConfiguredTitle /> },
    }),
  ],
});
