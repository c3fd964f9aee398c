import { Request } from 'express';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ApiError } from '../http/ApiError';
import { HostedRepository } from '../records/HostedRepository';
import { runGit } from '../repository/runGit';

const inflate = promisify(gunzip);
const MAX_BYTES = 200 * 1024 * 1024;

export type GitService = 'upload-pack' | 'receive-pack';

export function serviceOf(name: string): GitService | undefined {
  if (name === 'git-upload-pack') return 'upload-pack';
  if (name === 'git-receive-pack') return 'receive-pack';
  return undefined;
}

/** Runs one round of a Git service; without input it answers the advertisement of refs. */
export function runService(
  repository: HostedRepository,
  service: GitService,
  options: { readonly input?: Buffer; readonly protocol?: string },
): Promise<Buffer> {
  const { gitDir } = repository.git;
  const advertise = options.input === undefined;
  const args = [service, '--stateless-rpc'];
  if (advertise) args.push('--advertise-refs');
  // Only the form `version=2` is known; anything else would go into an environment.
  const protocol = /^version=\d$/.test(options.protocol ?? '')
    ? options.protocol
    : undefined;
  return runGit(gitDir, [...args, gitDir], {
    input: options.input,
    env: protocol ? { GIT_PROTOCOL: protocol } : {},
    // A client that hangs up between rounds makes upload-pack end with 128.
    allowed: service === 'upload-pack' ? [0, 128] : [0],
  });
}

/** The body of a request, unpacked. */
export async function readBody(request: Request): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MAX_BYTES) throw new ApiError(413, 'The push is too large');
    chunks.push(bytes);
  }
  const body = Buffer.concat(chunks);
  if (!/gzip/.test(request.get('content-encoding') ?? '')) return body;
  return inflate(body, { maxOutputLength: MAX_BYTES });
}
