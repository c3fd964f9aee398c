import { useEffect, useRef } from 'react';
import { Entity, RELATION_OWNED_BY } from '@backstage/catalog-model';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { SlipwayQueryProvider } from '@slipway/platform-react';
import { formAnswers } from '../inputs/formAnswers';
import { EntityChoice, EntityOption } from './EntityChoice';
import { entityOption, sortedOptions } from './entityOption';
import { useEntities } from './useEntities';

type Props = FieldExtensionComponentProps<string>;

const OWN = "The owner's";

const isOwnedBy = (entity: Entity, owner: string | undefined) =>
  (entity.relations ?? []).some(
    ({ type, targetRef }) => type === RELATION_OWNED_BY && targetRef === owner,
  );

/** Follows the owner while nobody has chosen: the only system of the owner, or none. */
function usePrefill(
  options: readonly EntityOption[] | undefined,
  props: Props,
) {
  const { formData, onChange } = props;
  const touched = useRef(false);
  const prefilled = useRef<string>();
  const own = options?.filter(({ group }) => group === OWN) ?? [];
  const only = own.length === 1 ? own[0].ref : undefined;
  const free =
    options !== undefined &&
    !touched.current &&
    (!formData || formData === prefilled.current);
  useEffect(() => {
    if (!free || only === prefilled.current) return;
    prefilled.current = only;
    onChange(only);
  }, [free, only, onChange]);
  return touched;
}

function SystemInput(props: Props) {
  const { entities, error } = useEntities({ kind: 'System' });
  const { owner } = formAnswers(props.formContext?.formData);
  const options =
    entities &&
    sortedOptions(
      entities.map(entity =>
        entityOption(entity, isOwnedBy(entity, owner) ? OWN : 'Others'),
      ),
      OWN,
    );
  const touched = usePrefill(options, props);
  return (
    <EntityChoice
      field={props}
      options={options}
      problem={error && `The systems could not be loaded: ${error.message}`}
      none="There is no such system in the catalog."
      choose={ref => {
        touched.current = true;
        props.onChange(ref);
      }}
    />
  );
}

/** The system that something is part of; the owner's only one stands in it at first. @public */
export function SystemField(props: Props) {
  return (
    <SlipwayQueryProvider>
      <SystemInput {...props} />
    </SlipwayQueryProvider>
  );
}
