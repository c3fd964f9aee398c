import { createContext } from 'react';
import { Selection } from './useSelection';

/** The selection of the list around, so that of thousands of rows only the boxes in sight are drawn anew. */
export const SelectionContext = createContext<Selection | undefined>(undefined);
