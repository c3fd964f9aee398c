import { Helmet } from 'react-helmet';
import { formatPageTitle } from './formatPageTitle';

interface AppTitleProps {
  /** Name of the portal. */
  readonly title: string;
}

/** The name of the portal behind that of each page, and instead of it where a page has none. */
export function AppTitle({ title }: AppTitleProps) {
  return (
    <Helmet titleTemplate={formatPageTitle('%s', title)} defaultTitle={title} />
  );
}
