import { EmptyState, LinkButton } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Button from '@mui/material/Button';
import { ChangesQuery, ChangeView } from '../../list/changesQuery';
import { createSomethingRouteRef } from '../../routes';

const WORDS: Readonly<
  Record<ChangeView, { readonly title: string; readonly description: string }>
> = {
  waiting: {
    title: 'Nothing waits for you',
    description:
      'Changes come here when you may approve them, and your own when they need an answer, a fix or a merge.',
  },
  mine: {
    title: 'You have asked for nothing here',
    description:
      'Create a service, or a change of one: the form opens a pull request, and you follow it here until it is live.',
  },
  team: {
    title: 'No changes of your team',
    description:
      'Changes of what your groups own in the catalog come here, whoever asks for them.',
  },
  all: {
    title: 'No changes here',
    description:
      'Changes are pull requests of the infrastructure repository. Create a service, or look at another state.',
  },
};

function isNarrowed(query: ChangesQuery): boolean {
  const { text, environment, owner, risk } = query;
  return Boolean(text || environment || owner || risk);
}

/** In place of an empty list: why it is empty, and what would do. */
export function NoChanges(props: {
  query: ChangesQuery;
  view: ChangeView;
  onChange: Change;
}) {
  return isNarrowed(props.query) ? (
    <NoMatch onChange={props.onChange} />
  ) : (
    <NothingHere {...props} />
  );
}

type Change = (changes: Partial<ChangesQuery>) => void;

function NoMatch({ onChange }: { onChange: Change }) {
  const none = { environment: undefined, owner: undefined, risk: undefined };
  return (
    <EmptyState
      missing="content"
      title="No change matches"
      description="No change of this view is what the filters ask for."
      action={
        <Button
          variant="outlined"
          onClick={() => onChange({ text: '', ...none })}
        >
          Clear the filters
        </Button>
      }
    />
  );
}

function NothingHere(props: { view: ChangeView; onChange: Change }) {
  const { view, onChange } = props;
  const create = useRouteRef(createSomethingRouteRef);
  const action =
    view === 'waiting' || view === 'team' ? (
      <Button
        variant="outlined"
        onClick={() => onChange({ view: 'all', state: undefined })}
      >
        See all open changes
      </Button>
    ) : (
      create && (
        <LinkButton to={create()} variant="outlined" color="primary">
          Create something
        </LinkButton>
      )
    );
  return <EmptyState missing="content" {...WORDS[view]} action={action} />;
}
