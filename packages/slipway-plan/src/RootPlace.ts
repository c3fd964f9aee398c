import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { PlanFile } from './commandOptions';
import { Arguments } from './parseArguments';

/** Where a root is, and what is known of its environment. */
export interface RootPlace {
  readonly path: string;
  readonly environment: string;
  readonly region: string;
  readonly protected: boolean;
}

const factsSchema = z.object({
  name: z.string().optional(),
  region: z.string().optional(),
  protected: z.boolean().optional(),
});
type Facts = z.infer<typeof factsSchema>;

/**
 * Finds out about the root of a plan: by the options, then by the facts of its environment
 * (`<environment>/environment/facts.json` in a folder above it), then by its path.
 */
export async function placeOf(
  { root, file }: PlanFile,
  options: Pick<Arguments, 'environment' | 'region' | 'protected'>,
): Promise<RootPlace> {
  const folder = root ?? folderOf(file);
  const facts = await factsAbove(folder);
  return {
    path: folder,
    environment:
      options.environment ?? facts.name ?? environmentIn(folder) ?? 'default',
    region: options.region ?? facts.region ?? process.env.AWS_REGION ?? '',
    protected: options.protected ?? facts.protected ?? false,
  };
}

/** The folder of a file from where the command runs; a file elsewhere is taken to be about that place itself. */
function folderOf(file: string): string {
  if (file === '-') return '.';
  const relative = path.relative('.', path.dirname(path.resolve(file)));
  const inside = !relative.startsWith('..') && !path.isAbsolute(relative);
  return (inside && relative.split(path.sep).join('/')) || '.';
}

function environmentIn(folder: string): string | undefined {
  return /(?:^|\/)live\/([^/]+)(?:\/|$)/.exec(folder)?.[1];
}

async function factsAbove(folder: string): Promise<Facts> {
  const steps = folder.split('/');
  for (let length = steps.length; length > 0; length -= 1) {
    const above = steps.slice(0, length).join('/');
    const facts = await readFacts(path.join(above, 'environment/facts.json'));
    if (facts) return facts;
  }
  return {};
}

async function readFacts(file: string): Promise<Facts | undefined> {
  try {
    return factsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}
