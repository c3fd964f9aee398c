import { ApiError } from '../http/ApiError';
import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { announceRefChange } from '../refs/announceRefChange';
import { assertMayPush } from '../refs/moveRef';
import { runService } from './runService';

/** Names of the refs a push wants to move: the pkt-lines before the first flush. */
export function pushedRefs(input: Buffer): string[] {
  const refs: string[] = [];
  let at = 0;
  while (at + 4 <= input.length) {
    const length = parseInt(input.toString('ascii', at, at + 4), 16);
    if (!(length > 4)) break;
    const line = input.toString('utf8', at + 4, at + length);
    const match = /^[0-9a-f]{40} [0-9a-f]{40} ([^\0\n]+)/.exec(line);
    if (match) refs.push(match[1]);
    at += length;
  }
  return refs;
}

/** Takes a push and tells about each ref that moved. */
export function receivePush(
  host: HostContext,
  repository: HostedRepository,
  login: string,
  input: Buffer,
): Promise<Buffer> {
  return repository.lock.run(async () => {
    const wanted = pushedRefs(input);
    for (const ref of wanted) {
      if (!/^refs\/(heads|tags)\//.test(ref)) {
        throw new ApiError(403, `${ref} cannot be pushed to`);
      }
      if (await repository.git.refs.get(ref)) {
        assertMayPush(repository, ref, login);
      }
    }
    const before = await snapshot(repository, wanted);
    const output = await runService(repository, 'receive-pack', { input });
    const after = await snapshot(repository, wanted);
    for (const ref of wanted) {
      const change = { before: before.get(ref), after: after.get(ref) };
      if (change.before !== change.after) {
        await announceRefChange(host, repository, { ref, ...change, login });
      }
    }
    return output;
  });
}

async function snapshot(repository: HostedRepository, refs: readonly string[]) {
  const shas = await Promise.all(refs.map(ref => repository.git.refs.get(ref)));
  return new Map(refs.map((ref, i) => [ref, shas[i]]));
}
