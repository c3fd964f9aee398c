import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { SharedName } from '../facts/sharedNames';
import { SubscriptionDraft } from './subscriptionDraft';

interface Props {
  /** Undefined while they are loaded. */
  readonly names: readonly SharedName[] | undefined;
  readonly draft: SubscriptionDraft;
  readonly problem?: string;
  readonly disabled?: boolean;
  change(answers: SubscriptionDraft): void;
}

const valueOf = ({ source, name }: { source?: string; name?: string }) =>
  source && name ? `${source} ${name}` : '';

function options(names: readonly SharedName[], source: SharedName['source']) {
  const found = names.filter(item => item.source === source);
  if (found.length === 0) return [];
  const heading = source === 'topic' ? 'Topics (SNS)' : 'Buses (EventBridge)';
  return [
    <ListSubheader key={source}>{heading}</ListSubheader>,
    ...found.map(item => (
      <MenuItem
        key={valueOf(item)}
        value={valueOf(item)}
        disabled={item.missingIn.length > 0}
      >
        {item.name}
        {item.missingIn.length > 0 && `: not in ${item.missingIn.join(', ')}`}
      </MenuItem>
    )),
  ];
}

/** Picks a topic or bus that all chosen environments have. */
export function SourcePicker(props: Props) {
  const { names = [], draft, problem, disabled, change } = props;
  const value = valueOf(draft);
  const chosen = names.find(item => valueOf(item) === value);
  const missing = chosen && chosen.missingIn.length > 0;
  const loading = props.names === undefined;
  const complaint =
    problem ??
    (missing ? `is not in ${chosen.missingIn.join(', ')}` : undefined);
  const help =
    names.length === 0 ? 'There is none.' : 'Where events come from.';
  return (
    <TextField
      select
      size="small"
      label="Topic or bus"
      required
      value={chosen ? value : ''}
      disabled={disabled || loading}
      error={complaint !== undefined}
      helperText={complaint ? `${draft.name} ${complaint}` : help}
      onChange={event => {
        const item = names.find(name => valueOf(name) === event.target.value);
        if (item) change({ source: item.source, name: item.name });
      }}
    >
      {options(names, 'topic')}
      {options(names, 'bus')}
    </TextField>
  );
}
