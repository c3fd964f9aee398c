import { Request, Response } from 'express';
import { HostContext } from '../HostContext';
import { queryText } from './parseBody';

export interface PageRequest {
  /** From 1. */
  readonly page: number;
  readonly size: number;
}

/** Which page a list request asks for; 30 entries by default, 100 at most. */
export function pageOf(request: Request): PageRequest {
  const size = Number(queryText(request, 'per_page') ?? 30);
  const page = Number(queryText(request, 'page') ?? 1);
  return {
    page: Number.isInteger(page) && page > 0 ? page : 1,
    size: Number.isInteger(size) && size > 0 ? Math.min(size, 100) : 30,
  };
}

/** Entries of the page asked for; sets the Link header of https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api */
export function takePage<T>(
  host: HostContext,
  request: Request,
  response: Response,
  entries: readonly T[],
): T[] {
  const { page, size } = pageOf(request);
  const last = Math.max(1, Math.ceil(entries.length / size));
  const link = (to: number, rel: string) => {
    const url = new URL(request.originalUrl, host.urls.base);
    url.searchParams.set('page', String(to));
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    page > 1 ? link(page - 1, 'prev') : undefined,
    page < last ? link(page + 1, 'next') : undefined,
    page < last ? link(last, 'last') : undefined,
    page > 1 ? link(1, 'first') : undefined,
  ].filter(entry => entry !== undefined);
  if (links.length > 0) response.set('Link', links.join(', '));
  return entries.slice((page - 1) * size, page * size);
}
