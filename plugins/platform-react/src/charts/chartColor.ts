import { Theme } from '@mui/material/styles';

/** What a series means, in terms of the theme. @public */
export type ChartTone =
  | 'primary'
  | 'success'
  | 'warning'
  | 'error'
  | 'info'
  | 'neutral';

const ORDER: readonly ChartTone[] = [
  'primary',
  'warning',
  'success',
  'error',
  'info',
  'neutral',
];

/** Colour of a tone in the theme. */
export function chartColor(theme: Theme, tone: ChartTone): string {
  return tone === 'neutral'
    ? theme.palette.text.secondary
    : theme.palette[tone].main;
}

/** The tone of the nth series that names none. */
export function toneAt(index: number): ChartTone {
  return ORDER[index % ORDER.length];
}
