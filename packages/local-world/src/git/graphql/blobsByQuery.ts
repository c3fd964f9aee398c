import { z } from 'zod';
import { HostContext } from '../HostContext';

/** `b0: object(oid: "…") { ... on Blob { text isBinary isTruncated } }` */
const OBJECT =
  /(\w+):\s*object\(oid:\s*"([0-9a-f]{40})"\)\s*\{\s*\.\.\.\s*on\s+Blob\s*\{\s*text\s+isBinary\s+isTruncated\s*\}\s*\}/g;
const QUERY =
  /^\s*query\b[^{]*\{\s*repository\([^)]*\)\s*\{\s*\w+:\s*object\(oid:/;
/** GitHub gives no more of a blob's text. */
const MAX_TEXT = 512_000;
const variablesSchema = z.object({ owner: z.string(), repo: z.string() });

/** Whether a query asks for the text of blobs by their id, any number of them under names of its own. */
export function isBlobsQuery(query: string): boolean {
  return QUERY.test(query);
}

/** https://docs.github.com/en/graphql/reference/objects#blob */
export async function blobsByQuery(
  host: HostContext,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<object> {
  const { owner, repo } = variablesSchema.parse(variables);
  const repository = host.repositories.get(owner, repo);
  if (!repository) {
    const message = `Could not resolve to a Repository with the name '${owner}/${repo}'.`;
    const errors = [{ type: 'NOT_FOUND', path: ['repository'], message }];
    return { data: { repository: null }, errors };
  }
  const asked = [...query.matchAll(OBJECT)].map(([, name, sha]) => ({
    name,
    sha,
  }));
  const objects = await repository.git.objects.readAll(
    asked.map(({ sha }) => sha),
  );
  const found = asked.map(({ name }, at) => {
    const object = objects[at];
    return [name, object?.type === 'blob' ? blobJson(object.content) : null];
  });
  return { data: { repository: Object.fromEntries(found) } };
}

function blobJson(content: Buffer) {
  const isBinary = content.subarray(0, 8_000).includes(0);
  return {
    text: isBinary ? null : content.subarray(0, MAX_TEXT).toString('utf8'),
    isBinary,
    isTruncated: !isBinary && content.length > MAX_TEXT,
  };
}
