import { Link } from '@backstage/core-components';
import Typography from '@mui/material/Typography';
import { ChangeBlocker } from '@slipway/plugin-infra-prs-common';
import { useSectionPath } from './useSectionPath';

/** So many logs are linked; the rest are in the tab of the checks. */
const MOST = 8;

/** Where to look at what is missing: logs of checks, or a tab of the page. */
export function BlockerLinks(props: {
  number: number;
  blocker: ChangeBlocker;
}) {
  const path = useSectionPath(props.number);
  const { links = [] } = props.blocker;
  if (links.length === 0) return null;
  const rest = links.length - MOST;
  return (
    <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
      {links.slice(0, MOST).map(({ text, url, section }, index) => (
        <span key={`${text} ${index}`}>
          {index > 0 && ' · '}
          <Link to={url ?? path(section ?? '')}>{text}</Link>
        </span>
      ))}
      {rest > 0 && (
        <>
          {' · '}
          <Link to={path('checks')}>{rest} more</Link>
        </>
      )}
    </Typography>
  );
}
