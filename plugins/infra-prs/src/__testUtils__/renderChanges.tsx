import { githubAuthApiRef } from '@backstage/core-plugin-api';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { InfraPrsApi, infraPrsApiRef } from '../api/InfraPrsApi';
import plugin from '../plugin';
import { templateRouteRef } from '../routes';
import { filesOf, planOf, silence } from './changes';
import { findingsOf } from './findings';
import { followOf, timelineOf } from './follow';

/** A fake backend; what a test does not give fails loudly. */
export function fakeApi(over: Partial<InfraPrsApi>): InfraPrsApi {
  const unexpected = async () => {
    throw new Error('This call was not expected');
  };
  return {
    list: unexpected,
    listForEntity: unexpected,
    get: unexpected,
    getPlan: async () => planOf(),
    getFiles: async () => filesOf(),
    getTemplateForm: unexpected,
    getFindings: async () => findingsOf(),
    getManifests: unexpected,
    getConversation: async () => silence,
    getChecks: unexpected,
    say: unexpected,
    rerunCheck: unexpected,
    getFollow: async number => followOf({ number }),
    getTimeline: async number => timelineOf({ number }),
    getFigures: unexpected,
    retry: unexpected,
    revert: unexpected,
    approve: unexpected,
    merge: unexpected,
    decide: unexpected,
    decideSeveral: unexpected,
    ...over,
  };
}

/** The signed-in person's GitHub account. */
export const github = {
  getAccessToken: async () => 'token-of-pat',
};

/** The plugin's pages at a path, over a fake backend. */
export function renderChanges(path: string, over: Partial<InfraPrsApi>) {
  return renderTestApp({
    features: [plugin],
    initialRouteEntries: [path],
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/create/templates/:namespace/:templateName': templateRouteRef,
    },
    apis: [
      [infraPrsApiRef, fakeApi(over)],
      [githubAuthApiRef, github],
    ],
  });
}
