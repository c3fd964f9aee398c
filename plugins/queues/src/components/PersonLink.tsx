import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who did something with a queue. */
export function PersonLink({ userRef }: { userRef: string | undefined }) {
  return userRef ? (
    <EntityRefLink entityRef={userRef} defaultKind="user" />
  ) : (
    <span>somebody outside of Slipway</span>
  );
}
