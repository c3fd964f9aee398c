import {
  createBaseThemeOptions,
  createUnifiedTheme,
  genPageTheme,
  palettes,
  shapes,
} from '@backstage/theme';

const navigation = {
  background: '#0e1a2b',
  indicator: '#4cc3ff',
  color: '#b9c6d8',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#1b2b42' },
  submenu: { background: '#16243a' },
};

// One quiet page head for every kind of entity: colour is kept for what needs attention.
const pageHead = genPageTheme({
  colors: ['#12304f', '#1c5478'],
  shape: shapes.wave2,
});

const pages = [
  'home',
  'documentation',
  'tool',
  'service',
  'website',
  'library',
  'other',
  'app',
  'apis',
  'card',
];
const pageTheme = Object.fromEntries(pages.map(page => [page, pageHead]));

// Backstage breaks words anywhere in a table and sets their lines without space between, which tears names apart.
const components: Parameters<typeof createUnifiedTheme>[0]['components'] = {
  MuiButton: { styleOverrides: { root: { textTransform: 'none' } } },
  // Backstage's tabs turn white under the pointer, in the dark too, and are so wide that few fit.
  MuiTab: {
    styleOverrides: {
      root: ({ theme }) => ({
        color: theme.palette.link,
        minHeight: 24,
        minWidth: 72,
        padding: theme.spacing(1.5, 2),
        textTransform: 'none',
        fontSize: theme.typography.pxToRem(14),
        fontWeight: 500,
        letterSpacing: 'normal',
        '&:hover': { background: theme.palette.action.hover },
      }),
      textColorPrimary: ({ theme }) => ({ color: theme.palette.link }),
    },
  },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({
        overflowWrap: 'break-word',
        verticalAlign: 'middle',
        lineHeight: 1.3,
        margin: 0,
        padding: theme.spacing(2, 1, 2, 1.5),
        borderBottom: 0,
      }),
      sizeSmall: ({ theme }) => ({
        padding: theme.spacing(1.25, 1, 1.25, 1.5),
      }),
      head: ({ theme }) => ({
        color: theme.palette.text.secondary,
        fontWeight: 'normal',
        whiteSpace: 'nowrap',
      }),
    },
  },
  BackstageTableHeader: {
    styleOverrides: {
      header: ({ theme }) => ({ padding: theme.spacing(1, 1, 1, 1.5) }),
    },
  },
};

export const lightTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.light,
      primary: { main: '#0b6bb0' },
      navigation: { ...palettes.light.navigation, ...navigation },
    },
  }),
  defaultPageTheme: 'home',
  pageTheme,
  components,
});

export const darkTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.dark,
      primary: { main: '#6cb8f0' },
      navigation: { ...palettes.dark.navigation, ...navigation },
    },
  }),
  defaultPageTheme: 'home',
  pageTheme,
  components,
});
