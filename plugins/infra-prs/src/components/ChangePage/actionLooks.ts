import { PlanAction } from '@slipway/plugin-infra-prs-common';
import { PlanKind } from './planRows';

/** How what happens to a resource looks: never by colour alone. */
export const ACTION_LOOKS: Readonly<
  Record<
    PlanAction | PlanKind,
    { readonly sign: string; readonly word: string; readonly color: string }
  >
> = {
  create: { sign: '+', word: 'add', color: 'success.main' },
  update: { sign: '~', word: 'change', color: 'info.main' },
  replace: { sign: '±', word: 'replace', color: 'warning.main' },
  delete: { sign: '−', word: 'destroy', color: 'error.main' },
  forget: { sign: '○', word: 'forget', color: 'text.secondary' },
  move: { sign: '→', word: 'move', color: 'text.secondary' },
  import: { sign: '↓', word: 'import', color: 'text.secondary' },
  read: { sign: '?', word: 'read', color: 'text.secondary' },
  'no-op': { sign: '=', word: 'keep', color: 'text.secondary' },
};
