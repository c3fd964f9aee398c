import { Exchange } from '../../git/http/recordExchange';
import type { SchemaCheck } from './GithubDescription';
import type { Operation } from './Operations';

/**
 * Keys that code which is not ours sends and GitHub leaves alone: the module of Backstage for GitHub, and the
 * octokit-plugin-create-pull-request that it uses.
 */
const SENT_BY_OTHERS: Readonly<Record<string, readonly string[]>> = {
  'POST /orgs/{org}/repos': ['allow_update_branch'],
  'POST /repos/{owner}/{repo}/git/blobs': ['mode'],
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': ['draft', 'head'],
};

function withoutOthers(body: unknown, { name }: Operation): unknown {
  const others = SENT_BY_OTHERS[name];
  if (!others) return body;
  return Object.fromEntries(
    Object.entries(Object(body)).filter(([key]) => !others.includes(key)),
  );
}

type Checks = Readonly<Record<'exact' | 'coercing', SchemaCheck>>;

function checkParameters(
  query: URLSearchParams,
  operation: Operation,
  check: SchemaCheck,
): string[] {
  const { parameters, pathValues } = operation;
  const known = parameters.filter(one => one.in === 'query');
  const unknown = [...query.keys()].filter(
    name => !known.some(one => one.name === name),
  );
  const problems = parameters.flatMap(
    ({ name, in: where, required, schema }) => {
      if (where === 'header') return [];
      const value = where === 'path' ? pathValues[name] : query.get(name);
      if (value === null || value === undefined) {
        return required ? [`${where} parameter ${name} is missing`] : [];
      }
      return check(
        { type: 'object', properties: { [name]: schema } },
        {
          [name]: value,
        },
      ).map(problem => `${where} parameter ${problem}`);
    },
  );
  return [
    ...unknown.map(name => `query parameter ${name} is not known`),
    ...problems,
  ];
}

/** What in a request is not as described. */
export function checkRequest(
  { url, requestBody }: Exchange,
  operation: Operation,
  checks: Checks,
): string[] {
  const { searchParams } = new URL(url, 'http://host');
  const problems = checkParameters(searchParams, operation, checks.coercing);
  const described = operation.requestBody;
  if (requestBody === undefined) {
    return described?.required
      ? [...problems, 'the request body is missing']
      : problems;
  }
  const schema = described?.content?.['application/json']?.schema;
  if (!schema) return [...problems, 'no request body is known'];
  return [
    ...problems,
    ...checks
      .exact(schema, withoutOthers(requestBody, operation))
      .map(found => `request body ${found}`),
  ];
}
