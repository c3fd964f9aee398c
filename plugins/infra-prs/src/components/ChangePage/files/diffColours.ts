import { alpha, Theme } from '@mui/material/styles';

/** Colours of tokens; each has a contrast of 4.5 at least, also on the ground of what is new or gone. */
const LIGHT = {
  keyword: '#8a2be2',
  string: '#0a5c2b',
  number: '#9a3a00',
  comment: '#57606a',
  property: '#0550ae',
  function: '#6f42c1',
};
const DARK = {
  keyword: '#d2a8ff',
  string: '#a5d6a7',
  number: '#ffb77c',
  comment: '#a8b3bf',
  property: '#8ecbff',
  function: '#d6b8ff',
};

const KINDS: Readonly<Record<keyof typeof LIGHT, readonly string[]>> = {
  keyword: ['keyword', 'boolean', 'important', 'atrule', 'title', 'builtin'],
  string: ['string', 'char', 'regex', 'attr-value', 'url', 'heredoc'],
  number: ['number', 'constant', 'symbol', 'datetime', 'null'],
  comment: ['comment', 'prolog', 'doctype'],
  property: ['property', 'attr-name', 'variable', 'key', 'class-name', 'tag'],
  function: ['function', 'annotation', 'type'],
};

function tokenColours(theme: Theme) {
  const colours = theme.palette.mode === 'dark' ? DARK : LIGHT;
  const names = [
    'keyword',
    'string',
    'number',
    'comment',
    'property',
    'function',
  ] as const;
  return Object.fromEntries(
    names.map(name => [
      KINDS[name].map(kind => `& .t-${kind}`).join(),
      { color: colours[name] },
    ]),
  );
}

/** How differences look; never by colour alone, as each line also has its sign. */
export function diffColours(theme: Theme) {
  const { success, error, warning, text, action, primary } = theme.palette;
  return {
    fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
    fontSize: 12.5,
    lineHeight: '20px',
    '& .insert': { backgroundColor: alpha(success.main, 0.14) },
    '& .delete': { backgroundColor: alpha(error.main, 0.14) },
    '& .absent': { backgroundColor: action.hover },
    '& .chosen': { boxShadow: `inset 3px 0 0 ${primary.main}` },
    '& .hidden-character': {
      color: text.primary,
      backgroundColor: alpha(warning.main, 0.35),
      outline: `1px solid ${warning.main}`,
      borderRadius: 2,
    },
    ...tokenColours(theme),
  };
}
