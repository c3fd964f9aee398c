/** Names and values that a generator fills a template with; those of a path stand below `path`. */
export type Parameters = Readonly<Record<string, unknown>>;

/** What a generator makes, or why that is not known here. */
export type Generated =
  | { readonly parameters: readonly Parameters[] }
  | { readonly problem: string };
