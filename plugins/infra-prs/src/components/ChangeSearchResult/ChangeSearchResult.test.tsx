import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ChangeDocument } from '@slipway/plugin-infra-prs-common';
import { screen } from '@testing-library/react';
import { ChangeSearchResult } from './ChangeSearchResult';

const document: ChangeDocument = {
  number: 12,
  title: 'Add a queue',
  text: 'Change #12',
  location: '/infra-prs/12',
  state: 'merged',
  stage: 'applied',
  lifeState: 'failed',
  stageSince: new Date(Date.now() - 3 * 60_000).toISOString(),
  requesters: ['user:default/olivia'],
  entityRef: 'component:default/mailer',
  environments: ['prod'],
  changedAt: '2026-11-01T00:00:00Z',
};

const render = (props: Parameters<typeof ChangeSearchResult>[0]) =>
  renderInTestApp(<ChangeSearchResult {...props} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('ChangeSearchResult', () => {
  it('says where the change stands, since when and whose it is, and leads to it', async () => {
    await render({ result: { ...document } });
    expect(screen.getByRole('link', { name: 'Add a queue' })).toHaveAttribute(
      'href',
      '/infra-prs/12',
    );
    for (const words of ['Rollout failed', 'prod', '#12', /3 minutes ago/]) {
      expect(screen.getByText(words)).toBeInTheDocument();
    }
    expect(screen.getByText('olivia').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/user/olivia',
    );
  });

  it('draws nothing for what is no change', async () => {
    await render({ result: { title: 'x', text: '', location: '/x' } });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
