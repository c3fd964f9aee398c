import {
  useEntityPresentation,
  useEntityRefLink,
} from '@backstage/plugin-catalog-react';
import { Link } from 'react-router-dom';

/** An entity by its name, which leads to its page. Lighter than Backstage's link: a list draws it for every row in sight. */
export function EntityNameLink(props: {
  entityRef: string;
  defaultKind?: string;
}) {
  const { entityRef, defaultKind } = props;
  const link = useEntityRefLink();
  const { primaryTitle, secondaryTitle } = useEntityPresentation(entityRef, {
    defaultKind,
  });
  return (
    // The row is what Tab reaches.
    <Link to={link(entityRef)} title={secondaryTitle} tabIndex={-1}>
      {primaryTitle}
    </Link>
  );
}
