import { Palette } from '@mui/material/styles';

/** A colour of the palette that means something. @public */
export type MeaningColor = 'success' | 'info' | 'warning' | 'error';

/** Its main shade; that of text beside the point where nothing is meant. @public */
export function mainColor(palette: Palette, color?: MeaningColor): string {
  return color ? palette[color].main : palette.text.secondary;
}
