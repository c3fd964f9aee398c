import { useEffect, useRef } from 'react';
import {
  deleteView,
  renameView,
  SavedViews,
  savedViewsSchema,
  saveView,
} from './savedViews';
import { StoredPlace, useStored } from '../storage/useStored';

const NONE: SavedViews = { views: [] };

/** The views of a list that the person saved. A list that is opened without a query shows the default one. @public */
export function useSavedViews(options: {
  place: StoredPlace;
  isBare: boolean;
  show(query: string): void;
}) {
  const {
    value: saved = NONE,
    loading,
    store,
  } = useStored(options.place, savedViewsSchema);
  const settled = useRef(!options.isBare);
  const { show } = options;
  useEffect(() => {
    if (loading || settled.current) return;
    settled.current = true;
    const view = saved.views.find(({ name }) => name === saved.default);
    if (view) show(view.query);
  }, [loading, saved, show]);
  return {
    saved,
    save: (name: string, query: string) =>
      store(saveView(saved, { name, query })),
    /** False when the name is taken. */
    rename: (from: string, to: string): boolean => {
      const next = renameView(saved, from, to);
      if (next) store(next);
      return next !== undefined;
    },
    remove: (name: string) => store(deleteView(saved, name)),
    setDefault: (name: string | undefined) =>
      store({ ...saved, default: name }),
  };
}

/** @public */
export type SavedViewsControl = ReturnType<typeof useSavedViews>;
