import { ManifestRule } from '../ManifestRule';

const project = { kinds: ['AppProject'], group: 'argoproj.io' } as const;

/** What the applications of a team may do. */
export const argoProjectRules: readonly ManifestRule[] = [
  {
    ...project,
    id: 'project-destinations',
    severity: 'critical',
    when: {
      kind: 'matches',
      paths: ['spec.destinations[].server', 'spec.destinations[].namespace'],
      pattern: /^\*$/,
      whenNew: true,
    },
    message: 'The project may deploy to every {key}',
    why: 'Its applications then reach what belongs to others, Argo CD itself among it.',
  },
  {
    ...project,
    id: 'project-destinations',
    severity: 'high',
    when: { kind: 'appeared', paths: ['spec.destinations[]'] },
    message: 'The project may deploy to one place more',
    why: 'Its applications then reach what is there.',
  },
  {
    ...project,
    id: 'project-destinations',
    severity: 'high',
    when: {
      kind: 'changed',
      paths: ['spec.destinations[].server', 'spec.destinations[].namespace'],
    },
    message: 'The project may deploy elsewhere: {before} → {after}',
    why: 'Its applications then reach what is there.',
  },
  {
    ...project,
    id: 'project-sources',
    severity: 'critical',
    when: {
      kind: 'matches',
      paths: ['spec.sourceRepos[]'],
      pattern: /^(?:https:\/\/)?\*$/,
      whenNew: true,
    },
    message: 'The project may deploy from any repository',
    why: 'Whoever can name a repository decides what runs.',
  },
  {
    ...project,
    id: 'project-sources',
    severity: 'high',
    when: {
      kind: 'appeared',
      paths: ['spec.sourceRepos[]'],
    },
    message: 'The project may deploy from one repository more: {after}',
    why: 'Who may write there decides what runs.',
  },
  {
    ...project,
    id: 'project-cluster',
    severity: 'high',
    when: { kind: 'appeared', paths: ['spec.clusterResourceWhitelist[]'] },
    message: 'The project may change more of the cluster itself',
    why: 'What belongs to no namespace belongs to everyone.',
  },
  {
    ...project,
    id: 'project-cluster',
    severity: 'high',
    when: {
      kind: 'vanished',
      paths: [
        'spec.namespaceResourceBlacklist[]',
        'spec.clusterResourceBlacklist[]',
      ],
    },
    message: 'The project may change what it was kept from',
    why: 'Quotas and roles are a way around all other limits.',
  },
  {
    ...project,
    id: 'project-roles',
    severity: 'medium',
    when: { kind: 'appeared', paths: ['spec.roles[]'] },
    message: 'The project has one role more: {item}',
    why: 'Who may sync or override decides what runs.',
  },
  {
    ...project,
    id: 'project-roles',
    severity: 'medium',
    when: { kind: 'appeared', paths: ['policies[]', 'groups[]'] },
    message:
      'Somebody may do more with the applications of the project: {after}',
    why: 'Who may sync or override decides what runs.',
  },
  {
    ...project,
    id: 'project-removed',
    severity: 'high',
    when: { kind: 'removed' },
    message: 'The project is removed',
    why: 'Its applications can no longer be synced.',
  },
];
