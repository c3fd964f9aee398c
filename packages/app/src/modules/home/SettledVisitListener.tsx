import { useCallback, useEffect, useState } from 'react';
import { VisitListener } from '@backstage/plugin-home';
import { useLocation } from 'react-router-dom';
import { usePortalTitle } from '../title';
import { nameOf } from './visitedPage';

/** By then a page has read what it is called; whoever leaves earlier was passing through. */
const SETTLED_MS = 2_000;

/** Notes a visit under the title of the page, which it has only once it has loaded. */
export function SettledVisitListener() {
  const { pathname } = useLocation();
  const [settled, setSettled] = useState<string>();
  const portal = usePortalTitle();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(pathname), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [pathname]);
  const visitName = useCallback(
    (page: { pathname: string }) =>
      nameOf(page.pathname, document.title, portal),
    [portal],
  );
  return settled === pathname ? (
    <VisitListener key={pathname} visitName={visitName} />
  ) : null;
}
