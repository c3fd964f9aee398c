import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import Box from '@mui/material/Box';
import { PageTitle, useSavedViews, ViewsMenu } from '@slipway/platform-react';
import { ListedState } from '../../api/InfraPrsApi';
import { useChanges } from '../../hooks/useChanges';
import { useChangesQuery } from '../../hooks/useChangesQuery';
import { useChangeView } from '../../hooks/useChangeView';
import {
  formatChangesQuery,
  StateFilter,
  stateOfView,
} from '../../list/changesQuery';
import { figuresRouteRef } from '../../routes';
import { ChangesResult } from '../ChangesTable/ChangesResult';
import { ChangesList } from './ChangesList';
import { ViewTabs } from './ViewTabs';

/** Those that failed may be open as well as merged. */
const LISTED: Readonly<Record<StateFilter, ListedState>> = {
  open: 'open',
  merged: 'merged',
  closed: 'closed',
  failed: 'all',
  all: 'all',
};

const VIEWS = { bucket: 'slipway-infra-prs', key: 'list-views' };

/** All changes of the infrastructure repository, those first that have to do with the person. */
export function ChangesPage() {
  const figures = useRouteRef(figuresRouteRef);
  const { query, change, show, isBare } = useChangesQuery();
  const views = useSavedViews({ place: VIEWS, isBare, show });
  const open = useChanges('open');
  const view = useChangeView(query.view, open.data);
  const state = view && stateOfView(view, query.state);
  const listed = useChanges(LISTED[state ?? 'open']);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <PageTitle title="Changes" />
      <Box sx={{ alignSelf: 'flex-end' }}>
        <Link to={figures()}>Figures by team</Link>
      </Box>
      <ViewTabs
        open={open.data}
        value={view}
        onChange={chosen => change({ view: chosen, state: undefined })}
      />
      <ChangesResult
        label="Changes"
        data={view && listed.data}
        error={listed.error ?? undefined}
      >
        {data =>
          view &&
          state && (
            <ChangesList
              data={data}
              query={query}
              view={view}
              state={state}
              onChange={change}
              saved={
                <ViewsMenu
                  views={views}
                  current={formatChangesQuery({ ...query, view }).toString()}
                  onShow={show}
                />
              }
            />
          )
        }
      </ChangesResult>
    </Box>
  );
}
