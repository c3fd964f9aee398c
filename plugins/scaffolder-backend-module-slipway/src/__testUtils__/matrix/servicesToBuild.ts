import { serviceSpecSchema, ServiceSpec } from '@slipway/platform-common';
import { Combination, weightOf } from './combinations';

/**
 * Of each language those that together have every option in their code, with as few of them as can be found at once;
 * or only the first of these, which has the most.
 */
export function servicesToBuild(
  combinations: readonly Combination[],
  extent: 'few' | 'all',
): Combination[] {
  const groups = new Map<string, Combination[]>();
  for (const combination of combinations) {
    const { code } = combination;
    if (code) groups.set(code, [...(groups.get(code) ?? []), combination]);
  }
  return [...groups.values()].flatMap(group => {
    const cover = coverOf(group);
    return extent === 'few' ? cover.slice(0, 1) : cover;
  });
}

function coverOf(group: readonly Combination[]): Combination[] {
  const missing = new Set(group.flatMap(optionsInCode));
  const cover: Combination[] = [];
  while (missing.size > 0) {
    const gain = (it: Combination) =>
      optionsInCode(it).filter(option => missing.has(option)).length;
    const [best] = [...group].sort(
      (a, b) => gain(b) - gain(a) || weightOf(b) - weightOf(a),
    );
    cover.push(best);
    optionsInCode(best).forEach(option => missing.delete(option));
  }
  return cover;
}

/** What of the answers the code of a service differs in. */
function optionsInCode({ code, request }: Combination): string[] {
  if (code === 'site') return ['site'];
  const spec = serviceSpecSchema.parse({ ...request.answers, runtime: code });
  const { kind } = spec;
  return [
    `${kind} ${storeOf(spec)}`,
    `${kind} queues ${spec.queues.map(({ fifo }) => fifo).join()}`,
    `redis ${spec.redis} ${kind}`,
    `sends ${spec.sendsTo.length > 0} publishes ${spec.publishesTo.length > 0}`,
    `platform ${spec.platform}`,
  ];
}

function storeOf({ postgres, table }: ServiceSpec): string {
  const keys = table && [table.sortKey, table.ttlAttribute].join();
  return postgres ? `postgres, table ${table !== undefined}` : `table ${keys}`;
}
