import { Request } from 'express';
import { queryText } from '../http/parseBody';
import { HostedRepository } from '../records/HostedRepository';
import { Pull } from '../records/pullSchema';

/** Pull requests as https://docs.github.com/en/rest/pulls/pulls#list-pull-requests filters and sorts them. */
export function listPulls(
  repository: HostedRepository,
  request: Request,
): Pull[] {
  const state = queryText(request, 'state') ?? 'open';
  const base = queryText(request, 'base');
  const head = queryText(request, 'head')?.replace(/^[^/:]+:/, '');
  const key =
    queryText(request, 'sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const sorted = queryText(request, 'sort') !== undefined;
  const ascending =
    queryText(request, 'direction') === 'asc' ||
    (sorted && key === 'createdAt' && !queryText(request, 'direction'));
  const sign = ascending ? 1 : -1;
  return repository.record.pulls
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => base === undefined || pull.base.ref === base)
    .filter(pull => head === undefined || pull.head.ref === head)
    .sort((a, b) => sign * (a[key] - b[key] || a.number - b.number));
}
