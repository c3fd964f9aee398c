import { render, waitFor } from '@testing-library/react';
import { AppTitle } from './AppTitle';
import { parsePageTitle } from './formatPageTitle';
import { PageTitle } from './PageTitle';

const portal = (page?: string) => (
  <>
    <AppTitle title="Acme & Co" />
    {page && <PageTitle title={page} />}
  </>
);

describe('the title of a page', () => {
  it('comes before that of the portal, and goes with the page', async () => {
    const { rerender } = render(portal('Add <b>a</b> queue | prod'));
    const title = 'Add <b>a</b> queue | prod | Acme & Co';
    await waitFor(() => expect(document.title).toBe(title));
    expect(parsePageTitle(document.title, 'Acme & Co')).toBe(
      'Add <b>a</b> queue | prod',
    );
    rerender(portal());
    await waitFor(() => expect(document.title).toBe('Acme & Co'));
  });
});
