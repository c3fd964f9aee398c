import { SignInPage } from '@backstage/core-components';
import {
  createFrontendModule,
  githubAuthApiRef,
} from '@backstage/frontend-plugin-api';
import {
  SignInPageBlueprint,
  SignInPageProps,
} from '@backstage/plugin-app-react';

const GithubSignInPage = (props: SignInPageProps) => (
  <SignInPage
    {...props}
    title="Slipway"
    align="center"
    providers={[
      {
        id: 'github',
        title: 'GitHub',
        message:
          'Your GitHub account is also who approves and merges changes here.',
        apiRef: githubAuthApiRef,
      },
    ]}
  />
);

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: { loader: async () => GithubSignInPage },
    }),
  ],
});
