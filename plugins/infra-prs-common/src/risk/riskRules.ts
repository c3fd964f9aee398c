import { RiskRule } from './RiskRule';
import { accessRules } from './rules/accessRules';
import { capacityRules } from './rules/capacityRules';
import { lossRules } from './rules/lossRules';
import { protectionRules } from './rules/protectionRules';

/** What reviewers are told before anything else, as data. @public */
export const riskRules: readonly RiskRule[] = [
  ...lossRules,
  ...accessRules,
  ...protectionRules,
  ...capacityRules,
];
