import { unstable_ClassNameGenerator as ClassNameGenerator } from '@mui/material/className';

// Backstage draws with Material UI 4 and 5 at once and tells their class names apart by this prefix. It must be set
// before the first Material UI component is imported, hence a module of its own, imported first.
ClassNameGenerator.configure(name =>
  name.startsWith('v5-') ? name : `v5-${name}`,
);
