import { z } from 'zod';

/** @internal */
export const MAX_VIEWS = 50;

const savedViewSchema = z.object({
  name: z.string().min(1).max(80),
  /** Of the URL of the list, without the question mark. */
  query: z.string().max(4_000),
});

/** As it is stored for each person. */
export const savedViewsSchema = z.object({
  views: z.array(savedViewSchema).max(MAX_VIEWS),
  /** Name of the view that the list opens with. */
  default: z.string().optional(),
});

/** @public */
export type SavedViews = z.infer<typeof savedViewsSchema>;

/** Adds a view, or gives one of that name another query. */
export function saveView(
  saved: SavedViews,
  view: SavedViews['views'][number],
): SavedViews {
  const others = saved.views.filter(({ name }) => name !== view.name);
  return { ...saved, views: [...others, view].sort(byName) };
}

/** A name that is taken is refused: `undefined`. */
export function renameView(
  saved: SavedViews,
  from: string,
  to: string,
): SavedViews | undefined {
  if (saved.views.some(({ name }) => name === to)) return undefined;
  return {
    default: saved.default === from ? to : saved.default,
    views: saved.views
      .map(view => (view.name === from ? { ...view, name: to } : view))
      .sort(byName),
  };
}

/** Without the view; also without it as the default. */
export function deleteView(saved: SavedViews, name: string): SavedViews {
  return {
    default: saved.default === name ? undefined : saved.default,
    views: saved.views.filter(view => view.name !== name),
  };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}
