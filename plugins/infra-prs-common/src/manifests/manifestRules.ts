import { ManifestRule } from './ManifestRule';
import { argoApplicationRules } from './rules/argoApplicationRules';
import { argoProjectRules } from './rules/argoProjectRules';
import { argoSourceRules } from './rules/argoSourceRules';
import { argoSyncRules } from './rules/argoSyncRules';
import { exposureRules } from './rules/exposureRules';
import { lossRules } from './rules/lossRules';
import { podSecurityRules } from './rules/podSecurityRules';
import { runningRules } from './rules/runningRules';
import { workloadRules } from './rules/workloadRules';

/** All rules about rendered manifests. @public */
export const manifestRules: readonly ManifestRule[] = [
  ...lossRules,
  ...podSecurityRules,
  ...exposureRules,
  ...workloadRules,
  ...runningRules,
  ...argoApplicationRules,
  ...argoSourceRules,
  ...argoSyncRules,
  ...argoProjectRules,
];
