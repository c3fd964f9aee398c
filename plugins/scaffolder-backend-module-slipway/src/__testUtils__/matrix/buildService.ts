import { join } from 'node:path';
import { CheckOutcome } from './Check';
import { Combination, weightOf } from './combinations';
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
      const said = result.output.trim().slice(-4_000);
      const problem = `${[command, ...args].join(' ')}:\n${said}`;
      return { name, check: 'build', problem, seconds };
    }
  }
  return { name, check: 'build', seconds };
}

/** Of each language the one with the most in it, or of each language and kind those with the least and the most. */
export function servicesToBuild(
  combinations: readonly Combination[],
  extent: 'few' | 'all',
): Combination[] {
  const groups = new Map<string, Combination[]>();
  for (const combination of combinations) {
    const { code, request } = combination;
    if (!code) continue;
    const key = extent === 'few' ? code : `${code} ${request.answers.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), combination]);
  }
  return [...groups.values()].flatMap(group => {
    const sorted = [...group].sort((a, b) => weightOf(a) - weightOf(b));
    const chosen = extent === 'few' ? [-1] : [0, -1];
    return [...new Set(chosen.flatMap(index => sorted.at(index) ?? []))];
  });
}
