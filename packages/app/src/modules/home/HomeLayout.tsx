import { Fragment, useMemo } from 'react';
import { Content } from '@backstage/core-components';
import {
  CustomHomepageGrid,
  VisitDisplayProvider,
  WelcomeTitle,
} from '@backstage/plugin-home';
import { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { HomePageSearchBar } from '@backstage/plugin-search';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { QuickLinks } from './QuickLinks';
import { labelOf } from './visitedPage';

const GAP: [number, number] = [16, 16];
const NONE: [number, number] = [0, 0];
const ENGLISH = ['English'];
/** Pixels of width from which on widgets sit side by side; in less they stand one below the other. */
const WIDE = 720;
const BREAKPOINTS = { xl: WIDE, lg: 5, md: 4, sm: 3, xs: 2, xxs: 0 };
const COLUMNS = { xl: 12, lg: 1, md: 1, sm: 1, xs: 1, xxs: 1 };

/** A greeting, the ways in, and below them the widgets, which each person may arrange. */
export function HomeLayout({ widgets, defaultConfig }: HomePageLayoutProps) {
  const config = useMemo(
    () =>
      defaultConfig?.map(({ column, row, ...item }) => ({
        ...item,
        x: column,
        y: row,
      })),
    [defaultConfig],
  );
  return (
    <Content>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, mb: 4 }}>
        <Typography variant="h3" component="h1">
          <WelcomeTitle language={ENGLISH} />
        </Typography>
        <Box role="search" sx={{ maxWidth: 720 }}>
          <HomePageSearchBar placeholder="Search services, queues, people" />
        </Box>
        <QuickLinks />
      </Box>
      <VisitDisplayProvider getLabel={labelOf}>
        <CustomHomepageGrid
          config={config}
          title="At a glance"
          breakpoints={BREAKPOINTS}
          cols={COLUMNS}
          containerMargin={GAP}
          containerPadding={NONE}
        >
          {widgets.map(({ component, name, node }) => (
            <Fragment key={name ?? node.spec.id}>{component}</Fragment>
          ))}
        </CustomHomepageGrid>
      </VisitDisplayProvider>
    </Content>
  );
}
