import {
  CellProps,
  formatRelativeTime,
  formatTimeTooltip,
} from '@slipway/platform-react';
import { ChangeRequest } from '@slipway/plugin-infra-prs-common';
import { Link } from 'react-router-dom';
import { ChangeColumn, sinceOf } from '../../list/changeColumns';
import { waitWords } from '../../words/taskWords';
import { RiskChip } from '../ChangePage/RiskChip';
import { ChecksChip } from './ChecksChip';
import { EntityNameLink } from './EntityNameLink';
import { PeopleLinks } from './PeopleLinks';
import { PlanTotalsText } from './PlanTotalsText';
import { StageChip } from './StageChip';

/** What a column says of a change. */
export function ChangeCell(props: CellProps<ChangeRequest, ChangeColumn>) {
  const { column, row: item, now } = props;
  switch (column.id) {
    case 'change':
      return <Change item={item} to={props.to} />;
    case 'stage':
      return <StageChip change={item} />;
    case 'waits':
      return <Waits item={item} />;
    case 'plan':
      return <PlanTotalsText totals={item.totals} />;
    case 'risk':
      return <Risk item={item} />;
    case 'checks':
      return <ChecksChip checks={item.checks} />;
    case 'requester':
      return (
        <span className="title">
          <PeopleLinks
            entityRefs={item.requesters}
            author={item.author}
            Name={EntityNameLink}
          />
        </span>
      );
    default:
      return <Since value={sinceOf(item)} now={now} />;
  }
}

function Change({ item, to }: { item: ChangeRequest; to: string }) {
  const { number, title, entityRef, environments, fromForm, author } = item;
  return (
    <>
      {/* The row is what Tab reaches. */}
      <Link className="title" to={to} tabIndex={-1} title={title}>
        {title}
      </Link>
      <span className="meta">
        #{number}
        {environments.length > 0 && ` · ${environments.join(', ')}`}
        {entityRef && (
          <>
            {' · '}
            <EntityNameLink entityRef={entityRef} />
          </>
        )}
        {!fromForm && ` · opened on GitHub by ${author}`}
      </span>
    </>
  );
}

function Waits({ item }: { item: ChangeRequest }) {
  const words = waitWords(item);
  const yours = item.viewer.task !== undefined;
  return (
    <span className={yours ? 'words yours' : 'words'} title={words}>
      {words ?? '–'}
    </span>
  );
}

function Risk({ item: { risk } }: { item: ChangeRequest }) {
  if (!risk) return <>–</>;
  const more = risk.count > 1 ? `, and ${risk.count - 1} more` : '';
  return (
    <span title={`${risk.message}${more}`}>
      <RiskChip severity={risk.severity} />
    </span>
  );
}

function Since({ value, now }: { value: string; now: number }) {
  const time = Date.parse(value);
  return (
    <time dateTime={value} title={formatTimeTooltip(time)}>
      {formatRelativeTime(time, now)}
    </time>
  );
}
