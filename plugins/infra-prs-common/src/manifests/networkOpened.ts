import { canonicalText, isObjectValue, PlanValue } from '../plan/PlanValue';
import { listAt, objectsAt, textsAt, valueAt } from './manifestAt';
import { ManifestHit } from './ManifestRule';
import { ManifestPair } from './ManifestValues';

interface Direction {
  readonly type: 'Ingress' | 'Egress';
  readonly field: 'ingress' | 'egress';
  readonly peers: 'from' | 'to';
  readonly words: string;
}

const DIRECTIONS: readonly Direction[] = [
  { type: 'Ingress', field: 'ingress', peers: 'from', words: 'may reach it' },
  { type: 'Egress', field: 'egress', peers: 'to', words: 'may be reached' },
];
const ANY = '*';

/** One peer at one port that a policy lets through; `*` for all of them. */
interface Way {
  readonly peer: string;
  readonly port: string;
  readonly words: string;
}

const hitOf = (detail: string): ManifestHit => ({ path: 'spec', detail });

/**
 * What a NetworkPolicy newly lets through. A policy that is new limits the pods it is about, so of it only what is open
 * to everyone counts. https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function networkOpened({ before, after }: ManifestPair): ManifestHit[] {
  if (!after) return [];
  const [old, next] = [before, after].map(policy =>
    valueAt(policy?.values, 'spec'),
  );
  return DIRECTIONS.flatMap(direction => {
    const isLimited = limits(next, direction);
    if (before && limits(old, direction) && !isLimited) {
      return [{ severity: 'high', ...hitOf(`everyone ${direction.words}`) }];
    }
    if (!isLimited || (before && !limits(old, direction))) return [];
    const known = before ? waysOf(old, direction) : [];
    return waysOf(next, direction)
      .filter(way => !known.some(each => covers(each, way)))
      .filter(way => before !== undefined || isWorld(way))
      .map(way => ({
        ...(isWorld(way) && { severity: 'high' as const }),
        ...hitOf(`${way.words} ${direction.words}`),
      }));
  });
}

function limits(spec: PlanValue, { type, field }: Direction): boolean {
  const types = textsAt(spec, 'policyTypes');
  if (types.length > 0) return types.includes(type);
  return type === 'Ingress' || valueAt(spec, field) !== undefined;
}

function waysOf(spec: PlanValue, direction: Direction): readonly Way[] {
  return objectsAt(spec, direction.field).flatMap(rule => {
    const peers = listAt(rule, direction.peers);
    const ports = objectsAt(rule, 'ports');
    return (peers.length > 0 ? peers : [undefined]).flatMap(peer =>
      (ports.length > 0 ? ports : [undefined]).map(port => wayOf(peer, port)),
    );
  });
}

function wayOf(peer: PlanValue, port: PlanValue): Way {
  const number = valueAt(port, 'port');
  const at = number === undefined ? '' : ` at port ${String(number)}`;
  return {
    peer: isObjectValue(peer) && peer.size > 0 ? canonicalText(peer) : ANY,
    port: number === undefined ? ANY : canonicalText(port),
    words: `${peerWords(peer)}${at}`,
  };
}

function peerWords(peer: PlanValue): string {
  const cidr = valueAt(peer, 'ipBlock', 'cidr');
  if (typeof cidr === 'string') return cidr;
  if (!isObjectValue(peer) || peer.size === 0) return 'everyone';
  const spaces = labelWords(valueAt(peer, 'namespaceSelector'));
  const pods = labelWords(valueAt(peer, 'podSelector'));
  return [
    pods === undefined ? 'all pods' : `pods with ${pods || 'any label'}`,
    ...(spaces === undefined
      ? []
      : [spaces ? `of namespaces with ${spaces}` : 'of all namespaces']),
  ].join(' ');
}

function labelWords(selector: PlanValue): string | undefined {
  if (!isObjectValue(selector)) return undefined;
  const labels = valueAt(selector, 'matchLabels');
  const pairs = isObjectValue(labels) ? [...labels] : [];
  const more = listAt(selector, 'matchExpressions').length > 0 ? ['…'] : [];
  return [...pairs.map(([k, v]) => `${k}=${String(v)}`), ...more].join(', ');
}

function covers(known: Way, way: Way): boolean {
  return (
    (known.peer === ANY || known.peer === way.peer) &&
    (known.port === ANY || known.port === way.port)
  );
}

function isWorld({ peer }: Way): boolean {
  return peer === ANY || /"cidr":"(0\.0\.0\.0|::)\/0"/.test(peer);
}
