import { ReactElement } from 'react';
import { Link } from '@backstage/core-components';
import { RouteRef, useRouteRef } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import {
  RiAddCircleLine,
  RiGitPullRequestLine,
  RiInboxLine,
  RiStackLine,
} from '@remixicon/react';
import infraPrsPlugin from '@slipway/plugin-infra-prs';
import queuesPlugin from '@slipway/plugin-queues';

interface QuickLink {
  readonly title: string;
  readonly text: string;
  readonly icon: ReactElement;
  readonly route: RouteRef;
}

const LINKS: readonly QuickLink[] = [
  {
    title: 'Create',
    text: 'A service or a change of one',
    icon: <RiAddCircleLine />,
    route: scaffolderPlugin.routes.root,
  },
  {
    title: 'Queues',
    text: 'The riskiest first',
    icon: <RiInboxLine />,
    route: queuesPlugin.routes.root,
  },
  {
    title: 'Changes',
    text: 'What waits for a review',
    icon: <RiGitPullRequestLine />,
    route: infraPrsPlugin.routes.root,
  },
  {
    title: 'Catalog',
    text: 'Services and who owns them',
    icon: <RiStackLine />,
    route: catalogPlugin.routes.catalogIndex,
  },
];

/** The ways people take most. */
export function QuickLinks() {
  return (
    <Box
      component="nav"
      aria-label="Quick links"
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))',
      }}
    >
      {LINKS.map(link => (
        <QuickLinkCard key={link.title} {...link} />
      ))}
    </Box>
  );
}

/** Nothing where a portal has no such page. */
function QuickLinkCard({ title, text, icon, route }: QuickLink) {
  const path = useRouteRef(route)?.();
  if (path === undefined) {
    return null;
  }
  return (
    <Link to={path} underline="none" color="inherit">
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          px: 2,
          py: 1.5,
          height: '100%',
          border: '1px solid',
          borderColor: 'divider',
          borderRadius: 1,
          backgroundColor: 'background.paper',
          transition: 'border-color 120ms',
          'a:hover > &, a:focus-visible > &': { borderColor: 'primary.main' },
          '& svg': { color: 'primary.main', flexShrink: 0 },
        }}
      >
        {icon}
        <Words title={title} text={text} />
      </Box>
    </Link>
  );
}

function Words({ title, text }: Pick<QuickLink, 'title' | 'text'>) {
  return (
    <Box component="span" sx={{ minWidth: 0 }}>
      <Typography variant="subtitle1" component="span" display="block">
        {title}
      </Typography>
      <Typography
        variant="body2"
        component="span"
        display="block"
        color="text.secondary"
      >
        {text}
      </Typography>
    </Box>
  );
}
