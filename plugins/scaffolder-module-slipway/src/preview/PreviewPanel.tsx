import { useCallback, useRef, useState } from 'react';
import Box from '@mui/material/Box';
import { Preview } from '../api/previewSchemas';
import { ComparisonAlert } from './ComparisonAlert';
import { CostPanel } from './CostPanel';
import { FilesPanel } from './FilesPanel';
import { FindingsPanel } from './FindingsPanel';
import { FilePlace } from './useFileTree';

/** A preview: what the checks say, what it costs, and every file. */
export function PreviewPanel({ preview }: { preview: Preview }) {
  const { files, findings, cost, comparison } = preview;
  const [onlyChanges, setOnlyChanges] = useState(false);
  const [place, setPlace] = useState<FilePlace>();
  const filesRef = useRef<HTMLDivElement>(null);
  const open = useCallback((next: FilePlace) => {
    setOnlyChanges(false);
    // A new object each time, so that the same finding can be opened again.
    setPlace({ ...next });
    filesRef.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <ComparisonAlert comparison={comparison} />
      {(findings || cost) && (
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            alignItems: 'start',
            gridTemplateColumns: {
              xs: 'minmax(0, 1fr)',
              md: findings && cost ? 'repeat(2, minmax(0, 1fr))' : undefined,
            },
          }}
        >
          {findings && <FindingsPanel findings={findings} open={open} />}
          {cost && <CostPanel cost={cost} />}
        </Box>
      )}
      <Box ref={filesRef}>
        <FilesPanel
          files={files}
          onlyChanges={onlyChanges}
          setOnlyChanges={setOnlyChanges}
          place={place}
        />
      </Box>
    </Box>
  );
}
