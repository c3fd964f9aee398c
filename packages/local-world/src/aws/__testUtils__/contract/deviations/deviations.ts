import { Deviation } from './Deviation';
import { fauxqs } from './fauxqs';
import { moto } from './moto';

/** Everything that a server is known to do unlike AWS. Ours is not in it: what it gets wrong is put right. */
export const deviations: readonly Deviation[] = [...moto, ...fauxqs];

/** Titles of the cases that are known to fail at a server. */
export const deviationsOf = (server: string): ReadonlySet<string> =>
  new Set(
    deviations
      .filter(item => item.server === server)
      .flatMap(({ titles }) => titles),
  );

/** Services that a server does not have at all. */
export const absentServices = (server: string): readonly string[] =>
  server === 'fauxqs' ? ['CloudWatch', 'tagging'] : [];
