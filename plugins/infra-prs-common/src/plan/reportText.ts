import { z } from 'zod';
import { safeText } from './safeText';

/** Text of a report: whoever may write checks wrote it, so nothing in it may hide. */
export const text = z.string().transform(safeText);
