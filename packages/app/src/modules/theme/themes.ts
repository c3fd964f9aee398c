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
});
