import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { useUrlQuery } from './useUrlQuery';

interface Query {
  readonly team?: string;
  readonly risk?: string;
}

const WORDS = {
  parse: (parameters: URLSearchParams): Query => ({
    team: parameters.get('team') ?? undefined,
    risk: parameters.get('risk') ?? undefined,
  }),
  format: (query: Query) =>
    new URLSearchParams(
      Object.entries(query).filter(([, value]) => value !== undefined),
    ),
};

function Page() {
  const { query, change, show, isBare } = useUrlQuery<Query>(WORDS);
  const { search } = useLocation();
  return (
    <>
      <output aria-label="URL">{search}</output>
      <output aria-label="Query">{isBare ? 'bare' : query.team}</output>
      <button onClick={() => change({ team: 'payments' })}>Payments</button>
      <button
        onClick={() => {
          change({ team: 'orders' });
          change({ risk: 'high' });
        }}
      >
        Both at once
      </button>
      <button onClick={() => show('team=web')}>Saved view</button>
    </>
  );
}

const press = (name: string) =>
  userEvent.click(screen.getByRole('button', { name }));

describe('useUrlQuery', () => {
  it('keeps in the URL what is chosen, one thing after another', async () => {
    renderInTestApp(<Page />);
    expect(await screen.findByLabelText('Query')).toHaveTextContent('bare');
    await press('Payments');
    expect(screen.getByLabelText('URL')).toHaveTextContent('?team=payments');
    await press('Saved view');
    expect(screen.getByLabelText('Query')).toHaveTextContent('web');
  });

  it('loses nothing that was chosen before the page was drawn anew', async () => {
    renderInTestApp(<Page />);
    await screen.findByLabelText('Query');
    await press('Both at once');
    expect(screen.getByLabelText('URL')).toHaveTextContent(
      '?team=orders&risk=high',
    );
  });
});
