import { Finding } from '../Finding';

const REASONS = {
  'kubernetes-schema':
    'The cluster would refuse the object, and Argo CD could not sync.',
  'kubernetes-unknown-key':
    'Kubernetes drops keys that it does not know, so what is meant would silently not happen.',
  'kubernetes-empty':
    'A key without a value says nothing; mostly a list has lost its entries.',
  'kubernetes-unknown-kind':
    'Only kinds whose schema is known here can be checked.',
  'kubernetes-reference':
    'The objects would be made, but would not work together.',
  'kustomize-schema':
    'Kustomize would refuse the file, and Argo CD could not sync.',
  'kustomize-reference':
    'Kustomize fails when a file is missing, and Argo CD could not sync.',
  'kustomize-remote':
    'What a build takes from elsewhere can change without a review here.',
} as const;

/** @internal */
export type KubernetesFindingId = keyof typeof REASONS;

const WARNINGS: readonly KubernetesFindingId[] = [
  'kubernetes-empty',
  'kustomize-remote',
];

/** A finding of the checks of Kubernetes, with severity and reason by its id. */
export function kubernetesFinding(
  id: KubernetesFindingId,
  place: { readonly file: string; readonly line?: number },
  message: string,
  fix?: string,
): Finding {
  const severity = WARNINGS.includes(id) ? 'warning' : 'error';
  return {
    id,
    severity: id === 'kubernetes-unknown-kind' ? 'info' : severity,
    file: place.file,
    ...(place.line === undefined ? {} : { line: place.line }),
    message,
    reason: REASONS[id],
    ...(fix === undefined ? {} : { fix }),
  };
}
