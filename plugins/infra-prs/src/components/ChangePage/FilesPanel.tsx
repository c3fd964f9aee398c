import { useState } from 'react';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ChoiceButtons } from '@slipway/platform-react';
import { ChangedFile } from '@slipway/plugin-infra-prs-common';
import { FileDiff } from './FileDiff';
import { FileTree } from './FileTree';
import { Panel } from './Panel';

/** Files beyond these start closed, so that a huge change stays quick. */
const OPEN_FILES = 12;
const OPEN_LINES = 300;

function startsOpen(file: ChangedFile, index: number): boolean {
  return index < OPEN_FILES && file.additions + file.deletions <= OPEN_LINES;
}

type View = 'unified' | 'split';

const VIEWS: Readonly<Record<View, string>> = {
  unified: 'Unified',
  split: 'Side by side',
};

function Toolbar(props: {
  view: View;
  onView(view: View): void;
  onToggleAll(open: boolean): void;
}) {
  return (
    <>
      <Button size="small" onClick={() => props.onToggleAll(true)}>
        Open all
      </Button>
      <Button size="small" onClick={() => props.onToggleAll(false)}>
        Close all
      </Button>
      <ChoiceButtons
        label="How to show differences"
        choices={['unified', 'split']}
        labels={VIEWS}
        value={props.view}
        onChange={props.onView}
      />
    </>
  );
}

/** Every file of the change with its differences. */
export function FilesPanel({ files }: { files: readonly ChangedFile[] }) {
  const [view, setView] = useState<View>('unified');
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(
    new Map(),
  );
  const set = (paths: readonly string[], open: boolean) =>
    setToggled(
      previous => new Map([...previous, ...paths.map(p => [p, open] as const)]),
    );
  const isOpen = (file: ChangedFile, index: number) =>
    toggled.get(file.path) ?? startsOpen(file, index);
  const paths = files.map(file => file.path);
  return (
    <Panel
      title={`Files (${files.length})`}
      aside={
        <Toolbar
          view={view}
          onView={setView}
          onToggleAll={open => set(paths, open)}
        />
      }
    >
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: '260px minmax(0, 1fr)' },
        }}
      >
        <FileTree files={files} onPick={path => set([path], true)} />
        <Box sx={{ display: 'grid', gap: 1, minWidth: 0 }}>
          {files.map((file, index) => (
            <FileDiff
              key={file.path}
              file={file}
              view={view}
              open={isOpen(file, index)}
              onToggle={open => set([file.path], open)}
            />
          ))}
        </Box>
      </Box>
    </Panel>
  );
}
