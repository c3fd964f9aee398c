import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import {
  SlipwayQueryProvider,
  SourceStateAlert,
  WidgetContent,
} from '@slipway/platform-react';
import { ChangeRequestList } from '@slipway/plugin-infra-prs-common';
import { useChanges } from '../../hooks/useChanges';
import { ChangeView, stateOfView } from '../../list/changesQuery';
import { isInView } from '../../list/filterChanges';
import { rootRouteRef } from '../../routes';
import { ChangeLines } from '../ChangesTable/ChangeLines';
import { SpokenUpdates } from '../ChangesTable/SpokenUpdates';
import { NothingToShow } from './NothingToShow';

type WidgetView = Extract<ChangeView, 'waiting' | 'mine'>;

/** What fits on a first page; the list has the rest. */
const MOST_ROWS = 5;

/** Content of the widget on the home page: what waits for the person. */
export function WaitingChangesWidget() {
  return <ChangesWidget view="waiting" />;
}

/** Content of the widget on the home page: what the person asked for. */
export function MyChangesWidget() {
  return <ChangesWidget view="mine" />;
}

function ChangesWidget({ view }: { view: WidgetView }) {
  return (
    <SlipwayQueryProvider>
      <Content view={view} />
    </SlipwayQueryProvider>
  );
}

function Content({ view }: { view: WidgetView }) {
  const { data, error } = useChanges(
    stateOfView(view, undefined) === 'open' ? 'open' : 'all',
  );
  return (
    <WidgetContent label="changes" data={data} error={error}>
      {answer => (
        <>
          <SourceStateAlert result={answer.source} />
          <SpokenUpdates of={answer} />
          <Changes data={answer} view={view} />
        </>
      )}
    </WidgetContent>
  );
}

function Changes(props: { data: ChangeRequestList; view: WidgetView }) {
  const { data, view } = props;
  const list = useRouteRef(rootRouteRef);
  const items = data.items.filter(item => isInView(view, item, data.mine));
  const more = items.length - MOST_ROWS;
  return (
    <>
      {items.length > 0 ? (
        <ChangeLines items={items.slice(0, MOST_ROWS)} />
      ) : (
        <NothingToShow view={view} isSure={data.source.state === 'ok'} />
      )}
      <Box>
        <Link to={`${list()}?view=${items.length > 0 ? view : 'all'}`}>
          {more > 0 ? `${more} more` : 'All changes'}
        </Link>
      </Box>
    </>
  );
}
