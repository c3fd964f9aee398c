import { Runtime } from '@slipway/platform-common';
import { join } from 'node:path';
import { CheckOutcome } from './Check';
import { Combination } from './combinations';
import { runCommand } from './runCommand';

const MINUTES = 60_000;

/** How each runtime builds and tests a service, as its own CI does. */
const steps: Readonly<Record<Runtime, readonly string[][]>> = {
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
};

/** Builds and tests a rendered service with the tools of its runtime. */
export async function buildService(
  workspace: string,
  { name, runtime }: Combination,
): Promise<CheckOutcome> {
  const cwd = join(workspace, 'services', name);
  let seconds = 0;
  for (const [command, ...args] of steps[runtime]) {
    const result = await runCommand(command, args, {
      cwd,
      timeoutMs: 15 * MINUTES,
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

/** One that has nothing and one that has all, of each runtime and kind. */
export function servicesToBuild(
  combinations: readonly Combination[],
): Combination[] {
  const weight = ({ answers }: Combination) => JSON.stringify(answers).length;
  const groups = new Map<string, Combination[]>();
  for (const combination of combinations) {
    const key = `${combination.runtime} ${combination.answers.kind}`;
    groups.set(key, [...(groups.get(key) ?? []), combination]);
  }
  return [...groups.values()].flatMap(group => {
    const sorted = [...group].sort((a, b) => weight(a) - weight(b));
    const [least] = sorted;
    const most = sorted[sorted.length - 1];
    return least === most ? [least] : [least, most];
  });
}
