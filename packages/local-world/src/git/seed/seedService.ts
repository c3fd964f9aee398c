import { HostContext } from '../HostContext';
import { writeFiles } from './writeFiles';

const DAY_MS = 86_400_000;

/** A service of the demo and what there is of its repository. */
export interface SeededService {
  readonly name: string;
  readonly description: string;
  /** Its catalog entry, API and documents, by path; without them there is a line of text. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/**
 * Makes the repository of a demo service: enough to be looked at, nothing that runs.
 *
 * @returns the newest commit, which its image is named after
 */
export async function seedService(
  host: HostContext,
  { name, description, files }: SeededService,
): Promise<string> {
  const now = host.clock.now();
  const repository = await host.repositories.create({
    owner: 'acme',
    name,
    description,
    createdAt: now - 90 * DAY_MS,
  });
  const text = (content: string) => Buffer.from(content);
  await writeFiles(host, repository, {
    login: 'olivia',
    message: 'Start the service',
    date: now - 90 * DAY_MS,
    files: new Map([
      ['README.md', text(`# ${name}\n\n${description}.\n`)],
      ['.gitignore', text('build/\n')],
      ...files,
    ]),
  });
  return writeFiles(host, repository, {
    login: 'olivia',
    message: 'Say how to reach the team',
    date: now - 12 * DAY_MS,
    files: new Map([
      [
        'CONTRIBUTING.md',
        text(
          'Owned by team orders. What it runs on is in acme/infrastructure.\n',
        ),
      ],
    ]),
  });
}
