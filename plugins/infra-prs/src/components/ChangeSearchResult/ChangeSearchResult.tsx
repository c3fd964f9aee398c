import { EntityRefLink } from '@backstage/plugin-catalog-react';
import {
  EnvironmentChip,
  RelativeTime,
  SearchResultLine,
  SearchResultProps,
} from '@slipway/platform-react';
import { changeDocumentSchema } from '@slipway/plugin-infra-prs-common';
import { StageChip } from '../ChangesTable/StageChip';

/** A change among the results of a search: where it stands, whose it is, and the way to it. Nothing for what is none. */
export function ChangeSearchResult({ result, ...look }: SearchResultProps) {
  const parsed = changeDocumentSchema.safeParse(result);
  if (!parsed.success) return null;
  const change = parsed.data;
  const [requester] = change.requesters;
  return (
    <SearchResultLine
      {...look}
      title={change.title}
      location={change.location}
      chips={
        <>
          <StageChip change={change} />
          {change.environments.map(name => (
            <EnvironmentChip key={name} name={name} />
          ))}
        </>
      }
      facts={[
        `#${change.number}`,
        <RelativeTime value={change.stageSince} />,
        change.entityRef && (
          <EntityRefLink entityRef={change.entityRef} hideIcon />
        ),
        change.owner && <EntityRefLink entityRef={change.owner} hideIcon />,
        requester && (
          <>
            asked for by <EntityRefLink entityRef={requester} hideIcon />
          </>
        ),
      ]}
    />
  );
}
