import { Helmet } from 'react-helmet';

interface PageTitleProps {
  /** What tells this page from the others in a list of tabs, such as the title of a change. */
  readonly title: string;
}

/** Names the page in the browser's tab, its history and the list of visited pages; draws nothing. */
export function PageTitle({ title }: PageTitleProps) {
  return <Helmet title={title} />;
}
