import { ChoiceButtons } from '@slipway/platform-react';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { CHANGE_VIEWS, ChangeView } from '../../list/changesQuery';
import { isInView } from '../../list/filterChanges';

const LABELS: Readonly<Record<ChangeView, string>> = {
  waiting: 'Waiting for me',
  mine: 'My requests',
  team: 'My team’s',
  all: 'Everything',
};

function labelsOf(open: ChangeRequestList | undefined) {
  if (!open) return LABELS;
  const label = (view: ChangeView) => {
    const { length } = open.items.filter(item =>
      isInView(view, item, open.mine),
    );
    return length > 0 ? `${LABELS[view]} (${length})` : LABELS[view];
  };
  return {
    waiting: label('waiting'),
    mine: label('mine'),
    team: label('team'),
    all: label('all'),
  };
}

/** Whose changes, with how many are open. */
export function ViewTabs(props: {
  open: ChangeRequestList | undefined;
  value: ChangeView | undefined;
  onChange(view: ChangeView): void;
}) {
  return (
    <ChoiceButtons
      label="Whose"
      value={props.value}
      choices={CHANGE_VIEWS}
      labels={labelsOf(props.open)}
      onChange={props.onChange}
    />
  );
}
