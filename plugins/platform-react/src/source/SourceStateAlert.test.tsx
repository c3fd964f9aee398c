import { renderInTestApp } from '@backstage/frontend-test-utils';
import { SourceState } from '@slipway/platform-common';
import { screen } from '@testing-library/react';
import { SourceStateAlert } from './SourceStateAlert';
import { StaleBadge } from './StaleBadge';

const source = { upstream: 'sqs', environment: 'dev', target: 'orders' };

describe('SourceStateAlert', () => {
  it.each<[SourceState, string]>([
    ['forbidden', 'No access'],
    ['not_found', 'Not found'],
    ['throttled', 'Slowed down'],
    ['unreachable', 'Unreachable'],
    ['misconfigured', 'Not set up'],
  ])('says what %s means and what to do', async (state, words) => {
    renderInTestApp(
      <SourceStateAlert
        result={{ state, source, message: 'It broke', fix: 'Mend it' }}
      />,
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      `${words}: orders (dev, Amazon SQS). It broke. Mend it.`,
    );
  });

  it('is silent about good and merely late data, which a badge marks', async () => {
    const asOf = new Date(Date.now() - 120_000).toISOString();
    renderInTestApp(
      <>
        <SourceStateAlert result={{ state: 'ok', source, data: 1, asOf }} />
        <SourceStateAlert result={{ state: 'stale', source, data: 1, asOf }} />
        <StaleBadge result={{ state: 'ok', source, data: 1, asOf }} />
        <StaleBadge result={{ state: 'stale', source, data: 1, asOf }} />
      </>,
    );
    expect(await screen.findByText('As of 2 minutes ago')).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
