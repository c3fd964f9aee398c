import {
  platforms,
  Runtime,
  runtimes,
  serviceKinds,
  ServiceSpecInput,
} from '@slipway/platform-common';
import { optionAnswers, optionFactors, OptionRow } from './optionFactors';
import { Factors, pairwise, Row } from './pairwise';

/** One service that a form can ask for. */
export interface Combination {
  /** Name of the service, unique among all. */
  readonly name: string;
  readonly templateRef: string;
  readonly runtime: Runtime;
  /** What was chosen, in words for the report. */
  readonly label: string;
  readonly answers: Omit<ServiceSpecInput, 'runtime'>;
}

const bases = runtimes.flatMap(runtime =>
  platforms.flatMap(platform =>
    serviceKinds.map(kind => `${runtime} ${platform} ${kind}`),
  ),
);

/** All that is combined. */
export const factors: Factors = { base: bases, ...optionFactors };

/** Every runtime on every platform as every kind, and with each of them every pair of options that the form takes. */
export function allCombinations(): Combination[] {
  return pairwise(factors, isPossible)
    .map(row => ({ row, rank: bases.indexOf(String(row.base)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }, index) => toCombination(row as unknown as BaseRow, index));
}

/** One of each runtime, platform and kind, those with the most in it first: what a slice for every commit tries. */
export function representativeSlice(
  combinations: readonly Combination[],
): Combination[] {
  const weight = ({ answers }: Combination) => JSON.stringify(answers).length;
  const firstOf = (base: string) =>
    combinations
      .filter(({ label }) => label.startsWith(`${base},`))
      .sort((a, b) => weight(b) - weight(a))
      .at(0);
  return bases.flatMap(base => firstOf(base) ?? []);
}

interface BaseRow extends OptionRow {
  readonly base: string;
}

/** Whether the form takes a row; what is not chosen yet counts as possible. */
export function isPossible(row: Partial<Row>): boolean {
  const { base, queues, ingress, scaling, canary, subscriptions } = row;
  const [, platform, kind] = String(base ?? '').split(' ');
  const has = (value: Row[string] | undefined) =>
    value !== undefined && value !== 'none' && value !== false;
  const impossible = [
    kind === 'worker' && (queues === 'none' || has(ingress)),
    scaling === 'queue' && queues === 'none',
    platform === 'ecs' && has(canary),
    has(subscriptions) && (queues === 'none' || queues === 'fifo'),
  ];
  return !impossible.includes(true);
}

function toCombination(row: BaseRow, index: number): Combination {
  const { base, ...options } = row;
  const [runtime, platform, kind] = base.split(' ') as [
    Runtime,
    'ecs' | 'eks',
    'api' | 'worker',
  ];
  const name = `m${String(index + 1).padStart(3, '0')}-${runtime.replace(
    /-.*/,
    '',
  )}-${platform}`;
  const chosen = Object.entries(options)
    .filter(([, value]) => value !== 'none' && value !== false)
    .map(([key, value]) => (value === true ? key : `${key}=${value}`));
  return {
    name,
    templateRef: `template:default/${runtime}-service`,
    runtime,
    label: [base, ...chosen].join(', '),
    answers: {
      name,
      description: `Tries "${base}" with \${all} %{its} options`,
      owner: 'group:default/orders',
      system: 'system:default/order-system',
      platform,
      kind,
      ...optionAnswers(options, name),
    },
  };
}
