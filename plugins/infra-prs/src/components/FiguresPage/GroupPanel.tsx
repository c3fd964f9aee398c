import { useState } from 'react';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ChoiceButtons, saveFile } from '@slipway/platform-react';
import { DoraAnswer } from '@slipway/plugin-infra-prs-common';
import { Panel } from '../ChangePage/Panel';
import { FigureGroup, figureGroups, Grouping, GROUPINGS } from './figureGroups';
import { figuresCsv } from './figureTexts';
import { GroupTable } from './GroupTable';

const TITLES: Readonly<Record<Grouping, string>> = {
  team: 'Team',
  environment: 'Environment',
  template: 'Template',
};

const NAMELESS: Readonly<Record<Grouping, string>> = {
  team: 'No team',
  environment: 'No environment',
  template: 'No form: opened on GitHub',
};

function nameOf(grouping: Grouping, { name }: FigureGroup) {
  if (!name) return NAMELESS[grouping];
  if (grouping === 'environment') return name;
  const defaultKind = grouping === 'team' ? 'group' : 'template';
  return <EntityRefLink entityRef={name} defaultKind={defaultKind} />;
}

/** The figures side by side: of teams, environments or templates. */
export function GroupPanel({ data }: { data: DoraAnswer }) {
  const [grouping, setGrouping] = useState<Grouping>('team');
  const groups = figureGroups(data, grouping);
  async function save() {
    const csv = await figuresCsv(grouping, groups);
    const file = new Blob([csv], { type: 'text/csv' });
    saveFile(file, `changes-by-${grouping}-${data.to.slice(0, 10)}.csv`);
  }
  return (
    <Panel
      title="Side by side"
      aside={
        <Button size="small" onClick={save}>
          Export CSV
        </Button>
      }
    >
      <Box sx={{ display: 'grid', gap: 1 }}>
        <ChoiceButtons
          label="By"
          value={grouping}
          choices={GROUPINGS}
          labels={TITLES}
          onChange={setGrouping}
        />
        <GroupTable
          label={`Figures by ${grouping}`}
          of={TITLES[grouping]}
          groups={groups}
          nameOf={group => nameOf(grouping, group)}
        />
      </Box>
    </Panel>
  );
}
