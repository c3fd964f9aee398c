/** Something that a server does unlike AWS. */
export interface Deviation {
  readonly server: string;
  /** Title of the case that fails there. */
  readonly title: string;
  /** What the server does instead. */
  readonly does: string;
}

export const deviations: readonly Deviation[] = [
  {
    server: 'moto',
    title: 'goes on listing a resource that lost its tags',
    does: 'ignores ResourceARNList: it lists all resources',
  },
  {
    server: 'moto',
    title: 'refuses a page of more than 100',
    does: 'answers',
  },
  {
    server: 'moto',
    title: 'refuses ARNs together with filters',
    does: 'answers',
  },
];

/** Titles of the cases that are known to fail at a server. */
export const deviationsOf = (server: string): ReadonlySet<string> =>
  new Set(
    deviations.filter(item => item.server === server).map(item => item.title),
  );

export const absentServices = (server: string): readonly string[] =>
  server === 'fauxqs' ? ['CloudWatch', 'tagging'] : [];
