import { useId } from 'react';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { ChangeRequestDetail } from '@slipway/plugin-infra-prs-common';
import { Link, Navigate } from 'react-router-dom';
import { CHANGE_SECTIONS, ChangeSection } from './changeSections';
import { useChangeSection } from './useChangeSection';
import { useSectionPath } from './useSectionPath';

function titleOf(section: ChangeSection, change: ChangeRequestDetail): string {
  const count = section.count?.(change);
  return count === undefined ? section.title : `${section.title} (${count})`;
}

/** The sections of a change as tabs, each with its own address. */
export function ChangeTabs({ change }: { change: ChangeRequestDetail }) {
  const id = useId();
  const path = useSectionPath(change.number);
  const current = useChangeSection();
  if (!current) return <Navigate to={path('')} replace />;
  const { Content } = current;
  return (
    <>
      <Tabs
        value={current.id}
        aria-label="Parts of the change"
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {CHANGE_SECTIONS.map(section => (
          <Tab
            key={section.id}
            component={Link}
            to={path(section.id)}
            value={section.id}
            id={`${id}-${section.id}`}
            aria-controls={section === current ? `${id}-panel` : undefined}
            label={titleOf(section, change)}
          />
        ))}
      </Tabs>
      <Box
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${current.id}`}
        sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}
      >
        <Content change={change} />
      </Box>
    </>
  );
}
