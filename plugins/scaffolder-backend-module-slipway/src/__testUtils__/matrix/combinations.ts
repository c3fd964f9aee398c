import {
  platforms,
  Runtime,
  runtimes,
  serviceKinds,
  ServiceSpecInput,
} from '@slipway/platform-common';
import { addedQueues, staticSites } from './otherPaths';
import { optionAnswers, optionFactors, OptionRow } from './optionFactors';
import { Factors, pairwise, Row } from './pairwise';

/** What somebody fills into a card of Create. */
export interface FilledForm {
  readonly template: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** One service or site, and what is asked for later. */
export interface Combination {
  /** Name of the service, unique among all. */
  readonly name: string;
  /** What was chosen, in words for the report. */
  readonly label: string;
  /** What its code is written in; undefined where only the infrastructure is of interest. */
  readonly code?: Runtime | 'site';
  readonly request: FilledForm;
  /** Asked for one after the other, each once what was before it is merged. */
  readonly then: readonly FilledForm[];
}

const bases = runtimes.flatMap(runtime =>
  platforms.flatMap(platform =>
    serviceKinds.map(kind => `${runtime} ${platform} ${kind}`),
  ),
);

/** All that is combined. */
export const factors: Factors = { base: bases, ...optionFactors };

/** All services, the sites, and the queues that services get later. */
export function allCombinations(): Combination[] {
  return [...serviceCombinations(), ...staticSites(), ...addedQueues()];
}

/** Every runtime on every platform as every kind, and with each of them every pair of options that the form takes. */
export function serviceCombinations(): Combination[] {
  return pairwise(factors, isPossible)
    .map(row => ({ row, rank: bases.indexOf(String(row.base)) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ row }, index) => toCombination(row as unknown as BaseRow, index));
}

/**
 * What a slice for every commit tries: of each runtime, platform and kind the one with the most in it, a site, and the
 * queues of workers.
 */
export function representativeSlice(
  combinations: readonly Combination[],
): Combination[] {
  const heads = [
    ...bases,
    'static-site',
    'add-queue to eks worker',
    'add-queue to ecs worker',
  ];
  return heads.flatMap(head => {
    const those = combinations.filter(({ label }) =>
      label.startsWith(`${head},`),
    );
    return [...those].sort((a, b) => weightOf(b) - weightOf(a)).at(0) ?? [];
  });
}

/** How much a combination asks for, to find those with the least and the most. */
export function weightOf({ request }: Combination): number {
  return JSON.stringify(request.answers).length;
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
    label: [base, ...chosen].join(', '),
    code: runtime,
    request: {
      template: `${runtime}-service`,
      answers: {
        name,
        description: `Tries "${base}" with \${all} %{its} options`,
        owner: 'group:default/orders',
        system: 'system:default/order-system',
        platform,
        kind,
        ...optionAnswers(options, name),
      } satisfies Omit<ServiceSpecInput, 'runtime'>,
    },
    then: [],
  };
}
