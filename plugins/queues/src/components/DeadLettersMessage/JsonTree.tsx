import Box from '@mui/material/Box';
import { Theme } from '@mui/material/styles';
import { JsonView } from 'react-json-view-lite';

// The library's own sheets know two palettes; these names are coloured by the theme instead.
const style = {
  container: 'json-container',
  basicChildStyle: 'json-row',
  childFieldsContainer: 'json-children',
  label: 'json-label',
  clickableLabel: 'json-label json-pointer',
  nullValue: 'json-null',
  undefinedValue: 'json-null',
  numberValue: 'json-number',
  stringValue: 'json-string',
  booleanValue: 'json-boolean',
  otherValue: 'json-string',
  punctuation: 'json-mark',
  expandIcon: 'json-icon json-pointer json-expand',
  collapseIcon: 'json-icon json-pointer json-collapse',
  collapsedContent: 'json-pointer json-collapsed',
  ariaLables: { collapseJson: 'Collapse', expandJson: 'Expand' },
  stringifyStringValues: true,
};

const OPEN_LEVELS = 4;
const shouldExpandNode = (level: number) => level < OPEN_LEVELS;

function colors(theme: Theme) {
  const dark = theme.palette.mode === 'dark';
  return {
    '& .json-label': { fontWeight: 600, mr: 0.75 },
    '& .json-string': { color: dark ? '#a5d6a7' : '#1b5e20' },
    '& .json-number': { color: dark ? '#90caf9' : '#0b4f8a' },
    '& .json-boolean': { color: dark ? '#ce93d8' : '#6a1b9a' },
    '& .json-null': { color: 'text.secondary', fontStyle: 'italic' },
    '& .json-mark': { color: 'text.secondary' },
  };
}

const layout = {
  '& .json-row': { margin: 0, pl: 2.5, position: 'relative' },
  '& .json-children': { margin: 0, padding: 0 },
  '& .json-pointer': { cursor: 'pointer' },
  '& .json-icon': {
    position: 'absolute',
    left: 0,
    width: '1.4em',
    textAlign: 'center',
    borderRadius: 0.5,
    userSelect: 'none',
  },
  '& .json-icon:focus-visible': {
    outline: '2px solid',
    outlineColor: 'primary.main',
  },
  '& .json-expand::after': { content: '"▸"' },
  '& .json-collapse::after': { content: '"▾"' },
  '& .json-collapsed::after': { content: '"…"' },
} as const;

/** JSON as a tree: arrows up and down go from part to part, left and right close and open one. */
export function JsonTree({ tree }: { tree: object }) {
  return (
    <Box sx={theme => ({ ...layout, ...colors(theme) })}>
      <JsonView
        data={tree}
        style={style}
        shouldExpandNode={shouldExpandNode}
        aria-label="Body as a tree"
      />
    </Box>
  );
}
