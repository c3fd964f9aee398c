import { HostContext } from '../HostContext';
import { writeFiles } from './writeFiles';

const DAY_MS = 86_400_000;

/** Makes the repository of a demo service: enough to be looked at, nothing that runs. */
export async function seedService(
  host: HostContext,
  name: string,
  description: string,
): Promise<void> {
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
    ]),
  });
  await writeFiles(host, repository, {
    login: 'olivia',
    message: 'Say how to reach the team',
    date: now - 12 * DAY_MS,
    files: new Map([
      [
        'README.md',
        text(
          `# ${name}\n\n${description}.\n\nOwned by team orders. What it runs on is in acme/infrastructure.\n`,
        ),
      ],
    ]),
  });
}
