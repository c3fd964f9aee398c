import {
  BlankValue,
  isListValue,
  isObjectValue,
  MaskedValue,
  PlanValue,
  KubernetesManifest,
} from '@slipway/plugin-infra-prs-common';
import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';

/** Longest text of one object that is compared. */
const MAX_TEXT = 100_000;
// A diff of texts that have nothing in common takes time that grows with both.
const TIMEOUT_MS = 300;

/** The differences of an object's YAML as hunks; undefined where it is too long. Secrets are masked in it. */
export function yamlPatch(
  before: KubernetesManifest | undefined,
  after: KubernetesManifest | undefined,
): string | undefined {
  const [old, next] = [before, after].map(manifest =>
    manifest ? yamlOf(manifest) : '',
  );
  if (old.length + next.length > MAX_TEXT) return undefined;
  const patch = createTwoFilesPatch('a', 'b', old, next, undefined, undefined, {
    context: 3,
    timeout: TIMEOUT_MS,
  });
  const start = patch?.indexOf('@@ ') ?? -1;
  return patch === undefined || start < 0
    ? undefined
    : patch.slice(start).trimEnd();
}

function yamlOf({ values }: KubernetesManifest): string {
  return stringify(plainOf(values), { aliasDuplicateObjects: false });
}

function plainOf(value: PlanValue): unknown {
  if (value instanceof MaskedValue) return '(hidden)';
  if (value instanceof BlankValue) return '(nested too deeply)';
  if (isListValue(value)) return value.map(plainOf);
  if (isObjectValue(value)) {
    return new Map([...value].map(([key, part]) => [key, plainOf(part)]));
  }
  return value ?? null;
}
