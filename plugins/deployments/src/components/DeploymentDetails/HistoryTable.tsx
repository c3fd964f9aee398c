import { RelativeTime } from '@slipway/platform-react';
import { Deployment } from '@slipway/plugin-deployments-common';
import { RevisionLink } from '../RevisionLink';
import { DetailsTable } from './DetailsTable';
import { statusWords } from './statusWords';

/** Earlier deployments: commit, author, when, by whom. */
export function HistoryTable(props: { history: Deployment['history'] }) {
  return (
    <DetailsTable
      title="History"
      columns={['Revision', 'Author', 'Deployed', 'Started by', 'Outcome']}
      rows={props.history.map(entry => ({
        key: entry.id,
        cells: [
          <RevisionLink revision={entry.revision} withMessage />,
          entry.revision.author,
          entry.deployedAt && <RelativeTime value={entry.deployedAt} />,
          entry.initiatedBy,
          statusWords(entry.outcome),
        ],
      }))}
    />
  );
}
