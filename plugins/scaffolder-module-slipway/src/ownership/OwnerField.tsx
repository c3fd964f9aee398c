import { useEffect, useRef } from 'react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider, useSlipwayQuery } from '@slipway/platform-react';
import { EntityChoice } from './EntityChoice';
import { entityOption, sortedOptions } from './entityOption';
import { useEntities } from './useEntities';

type Props = FieldExtensionComponentProps<string>;

const OWN = 'Your groups';

/** Entity refs that own what the signed-in person owns; undefined until they are known. */
function useOwnRefs(): readonly string[] | undefined {
  const identity = useApi(identityApiRef);
  const { data } = useSlipwayQuery({
    name: 'slipway.identity',
    subject: 'own',
    refetchInterval: false,
    queryFn: async () =>
      (await identity.getBackstageIdentity()).ownershipEntityRefs,
  });
  return data;
}

function OwnerInput(props: Props) {
  const { formData, onChange } = props;
  const { entities, error } = useEntities({ kind: 'Group' });
  const own = useOwnRefs();
  const touched = useRef(false);
  const known = entities && own;
  const options =
    known &&
    sortedOptions(
      entities.map(entity =>
        entityOption(
          entity,
          own.includes(stringifyEntityRef(entity)) ? OWN : 'Others',
        ),
      ),
      OWN,
    );
  const first = options?.find(({ group }) => group === OWN)?.ref;
  const unanswered = !formData && !touched.current;
  useEffect(() => {
    if (unanswered && first) onChange(first);
  }, [unanswered, first, onChange]);
  return (
    <EntityChoice
      field={props}
      options={options}
      problem={error && `The groups could not be loaded: ${error.message}`}
      none="There is no such group in the catalog."
      choose={ref => {
        touched.current = true;
        onChange(ref);
      }}
    />
  );
}

/** The group that will own something; the person's own group stands in it at first. @public */
export function OwnerField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <OwnerInput {...props} />
    </SlipwayQueryProvider>
  );
}
