import {
  AppRootElementBlueprint,
  configApiRef,
  createFrontendModule,
  useApi,
} from '@backstage/frontend-plugin-api';
import { AppTitle } from '@slipway/platform-react';

function ConfiguredTitle() {
  const title = useApi(configApiRef).getOptionalString('app.title');
  return <AppTitle title={title ?? 'Slipway'} />;
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
