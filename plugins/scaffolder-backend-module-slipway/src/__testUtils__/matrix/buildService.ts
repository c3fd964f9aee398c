import { join } from 'node:path';
import { CheckOutcome } from './Check';
import { Combination } from './combinations';
import { runCommand } from './runCommand';

const MINUTES = 60_000;

/** How each runtime builds and tests a service, as its own CI does. */
const steps: Readonly<
  Record<NonNullable<Combination['code']>, readonly string[][]>
> = {
  'spring-boot': [['mvn', '-B', '-q', '-ntp', 'verify']],
  quarkus: [['mvn', '-B', '-q', '-ntp', 'verify']],
  go: [
    ['go', 'build', './...'],
    ['go', 'vet', './...'],
    ['go', 'test', './...'],
  ],
  nestjs: [
    ['npm', 'ci', '--no-audit', '--no-fund'],
    ['npm', 'run', 'lint'],
    ['npm', 'run', 'build'],
    ['npm', 'test'],
  ],
  site: [
    ['npm', 'ci', '--no-audit', '--no-fund'],
    ['npm', 'run', 'lint'],
    ['npm', 'run', 'build'],
    ['npm', 'test'],
  ],
};

/** Maven marks what failed; it would drown in the logs of the tests. */
function whatFailed(output: string): string {
  const marked = output.split('\n').filter(line => /^\[ERROR\]/.test(line));
  return (marked.length > 0 ? marked.join('\n') : output).trim();
}

/** Commands that the services which are to be built need. */
export function toolsToBuild(combinations: readonly Combination[]): string[] {
  const used = combinations.flatMap(({ code }) => (code ? steps[code] : []));
  return [...new Set(used.map(([command]) => command))];
}

/** Builds and tests a rendered service with the tools of its runtime. */
export async function buildService(
  workspace: string,
  { name, code }: Combination,
): Promise<CheckOutcome> {
  const cwd = join(workspace, 'services', name);
  let seconds = 0;
  for (const [command, ...args] of code ? steps[code] : []) {
    const result = await runCommand(command, args, {
      cwd,
      timeoutMs: 15 * MINUTES,
      // No build migrates a database: the engine for that needs not be fetched.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true' },
    });
    seconds += result.seconds;
    if (!result.ok) {
      const problem = `${[command, ...args].join(' ')}:\n${whatFailed(
        result.output,
      )}`;
      return { name, check: 'build', problem, seconds };
    }
  }
  return { name, check: 'build', seconds };
}
