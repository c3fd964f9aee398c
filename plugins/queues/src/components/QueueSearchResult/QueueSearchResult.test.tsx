import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { QueueDocument } from '@slipway/plugin-queues-common';
import { screen } from '@testing-library/react';
import { QueueSearchResult } from './QueueSearchResult';

const document: QueueDocument = {
  title: 'prod-invoices',
  text: 'SQS queue in prod',
  location: '/catalog/default/resource/prod-invoices/queues',
  entityRef: 'resource:default/prod-invoices',
  environment: 'prod',
  owner: 'group:default/orders',
  system: '',
  deadLetterQueue: 'prod-invoices-dlq',
  deadLettersOf: '',
};

const render = (props: Parameters<typeof QueueSearchResult>[0]) =>
  renderInTestApp(<QueueSearchResult {...props} />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });

describe('QueueSearchResult', () => {
  it('says where the queue is and whose, and leads to it', async () => {
    await render({
      result: document,
      highlight: {
        preTag: '<1>',
        postTag: '</1>',
        fields: { title: 'prod-<1>invoices</1>' },
      },
    });
    expect(screen.getByRole('link', { name: 'prod-invoices' })).toHaveAttribute(
      'href',
      document.location,
    );
    expect(screen.getByText('invoices').tagName).toBe('MARK');
    expect(screen.getByText('prod')).toBeInTheDocument();
    expect(screen.getByText('orders').closest('a')).toHaveAttribute(
      'href',
      '/catalog/default/group/orders',
    );
    expect(
      screen.getByText(/dead letters go to prod-invoices-dlq/),
    ).toBeInTheDocument();
    expect(screen.queryByText(/dead-letter queue of/)).not.toBeInTheDocument();
  });

  it('draws nothing for what is no queue', async () => {
    await render({ result: { title: 'x', text: '', location: '/x' } });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
