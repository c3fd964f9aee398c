import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ComponentType, Fragment } from 'react';

/** Who asked, as links to their pages; the GitHub author where the portal knows nobody. */
export function PeopleLinks(props: {
  entityRefs: readonly string[];
  author: string;
  /** Default: Backstage's link. */
  Name?: ComponentType<{ entityRef: string; defaultKind?: string }>;
}) {
  const { Name = EntityRefLink } = props;
  if (props.entityRefs.length === 0) return <>{props.author}</>;
  return (
    <>
      {props.entityRefs.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 && ', '}
          <Name entityRef={entityRef} defaultKind="user" />
        </Fragment>
      ))}
    </>
  );
}
