import { ManifestRule } from '../ManifestRule';

const apps = {
  kinds: ['Application', 'ApplicationSet'],
  group: 'argoproj.io',
} as const;
const sources = (...fields: readonly string[]) =>
  fields.flatMap(field => [`spec.source.${field}`, `spec.sources[].${field}`]);

/** What Argo CD hands to Helm and Kustomize; charts are not rendered here. */
export const argoSourceRules: readonly ManifestRule[] = [
  {
    ...apps,
    id: 'argo-sources',
    severity: 'high',
    when: { kind: 'appeared', paths: ['spec.sources[]'] },
    message: 'It is deployed from one source more',
    why: 'What is there is applied too, and may replace what the others say.',
  },
  {
    ...apps,
    id: 'argo-sources',
    severity: 'high',
    when: { kind: 'vanished', paths: ['spec.sources[]', 'spec.source'] },
    message: 'It is no longer deployed from one of its sources',
    why: 'What only that one has is pruned, or stays behind.',
  },
  {
    ...apps,
    id: 'argo-helm-values',
    severity: 'medium',
    when: {
      kind: 'changed',
      paths: sources('helm.values', 'helm.valuesObject'),
    },
    message: 'The chart gets other values',
    why: 'What the chart makes of them is not shown here: the fields below say which.',
  },
  {
    ...apps,
    id: 'argo-helm-values',
    severity: 'medium',
    when: {
      kind: 'appeared',
      paths: sources('helm.values', 'helm.valuesObject'),
    },
    message: 'The chart gets values of its own',
    why: 'What the chart makes of them is not shown here: the fields below say which.',
  },
  {
    ...apps,
    id: 'argo-helm-values',
    severity: 'medium',
    when: {
      kind: 'vanished',
      paths: sources('helm.values', 'helm.valuesObject'),
    },
    message: 'The chart no longer gets values',
    why: 'It falls back to its own, which may be made for a try at home.',
  },
  {
    ...apps,
    id: 'argo-helm-values',
    severity: 'medium',
    when: { kind: 'appeared', paths: sources('helm.valueFiles[]') },
    message: 'The chart gets the values of one file more: {after}',
    why: 'Its values replace those of the files before it.',
  },
  {
    ...apps,
    id: 'argo-helm-values',
    severity: 'medium',
    when: { kind: 'vanished', paths: sources('helm.valueFiles[]') },
    message: 'The chart no longer gets the values of {before}',
    why: 'It falls back to those of the other files, and to its own.',
  },
  {
    ...apps,
    id: 'argo-helm-parameter',
    severity: 'medium',
    when: { kind: 'changed', paths: sources('helm.parameters[].value') },
    message: 'The chart’s parameter {item}: {before} → {after}',
    why: 'What the chart makes of it is not shown here.',
  },
  {
    ...apps,
    id: 'argo-image',
    severity: 'low',
    when: { kind: 'appeared', paths: sources('kustomize.images[]') },
    message: 'It runs another image: {after}',
    why: 'It replaces what the folder says.',
  },
];
