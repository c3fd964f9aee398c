import { ManifestRule } from '../ManifestRule';

const apps = {
  kinds: ['Application', 'ApplicationSet'],
  group: 'argoproj.io',
} as const;
const project = { kinds: ['AppProject'], group: 'argoproj.io' } as const;
const OPTIONS = ['syncPolicy.syncOptions[]'];

/** How, and when, Argo CD syncs. */
export const argoSyncRules: readonly ManifestRule[] = [
  {
    ...apps,
    id: 'argo-forced',
    severity: 'high',
    when: {
      kind: 'matches',
      paths: OPTIONS,
      pattern: /^(?:Replace|Force)=true$/,
      whenNew: true,
    },
    message: 'Objects are replaced instead of changed: {after}',
    why: 'What cannot be changed is deleted and made anew, with what is in it.',
  },
  {
    ...apps,
    id: 'argo-sync-option',
    severity: 'low',
    when: { kind: 'appeared', paths: OPTIONS },
    message: 'It is synced with {after}',
    why: 'Options change what a sync does to what is there.',
  },
  {
    ...apps,
    id: 'argo-sync-option',
    severity: 'medium',
    when: { kind: 'vanished', paths: OPTIONS },
    message: 'It is no longer synced with {before}',
    why: 'Such as its namespace, which is then no longer made.',
  },
  {
    ...apps,
    id: 'argo-manual',
    severity: 'medium',
    when: { kind: 'became', paths: ['automated.enabled'], to: [false] },
    message: 'It is no longer synced by itself',
    why: 'What is merged is not live until somebody syncs.',
  },
  {
    ...apps,
    id: 'argo-destination',
    severity: 'high',
    when: {
      kind: 'vanished',
      paths: [
        'spec.destination.server',
        'spec.destination.name',
        'spec.destination.namespace',
      ],
    },
    message: 'It no longer says its {key}: {before} is gone',
    why: 'What runs at the old place is pruned or stays behind.',
  },
  {
    ...project,
    id: 'project-window',
    severity: 'medium',
    when: { kind: 'appeared', paths: ['spec.syncWindows[].kind'] },
    message: 'One sync window more: {after}',
    why: 'One that denies keeps merged changes from going live; with one that allows, only then they do.',
  },
  {
    ...project,
    id: 'project-window',
    severity: 'medium',
    when: { kind: 'vanished', paths: ['spec.syncWindows[].kind'] },
    message: 'A sync window is removed: {before}',
    why: 'Without one that denies, changes go live at any time.',
  },
  {
    ...project,
    id: 'project-window',
    severity: 'medium',
    when: {
      kind: 'changed',
      paths: ['kind', 'schedule', 'duration', 'manualSync', 'timeZone'].map(
        field => `spec.syncWindows[].${field}`,
      ),
    },
    message: 'A sync window changes: {key}: {before} → {after}',
    why: 'It says when merged changes go live.',
  },
  {
    ...project,
    id: 'project-narrowed',
    severity: 'medium',
    when: {
      kind: 'vanished',
      paths: ['spec.destinations[]', 'spec.sourceRepos[]'],
    },
    message: 'The project may no longer deploy from or to one of its places',
    why: 'Its applications there can no longer be synced.',
  },
];
