/**
 * Types, schemas and permissions of the Slipway infra-prs plugin, the reader of plans and the rules of their risks.
 *
 * @packageDocumentation
 */
export * from './approvalNeed';
export * from './apply/applyReport';
export * from './apply/applySummary';
export * from './apply/applyText';
export * from './apply/maskSecrets';
export * from './apply/readApplyLog';
export * from './apply/resourceWord';
export * from './bulkDecision';
export * from './changeCommands';
export * from './changeChecks';
export * from './changeContents';
export * from './changeConversation';
export * from './changeDecision';
export * from './changeFollow';
export * from './changeRequest';
export * from './changeRequestDetail';
export * from './codeOwners/codeOwnersOf';
export * from './codeOwners/parseCodeOwners';
export * from './decisionCommands';
export * from './hostRules';
export * from './manifests/diffNodes';
export * from './manifests/findManifestRisks';
export * from './manifests/ManifestRule';
export * from './manifests/manifestReport';
export * from './manifests/manifestRules';
export * from './manifests/ManifestValues';
export * from './manifests/readManifest';
export * from './manifests/toFields';
export * from './figures/doraFigures';
export * from './permissions';
export * from './plan/costDelta';
export * from './plan/diffAttributes';
export * from './plan/fitPlanReport';
export * from './plan/markValue';
export * from './plan/PlannedChange';
export * from './plan/PlanReadError';
export * from './plan/planReport';
export * from './plan/planRiskSchema';
export * from './plan/planSummary';
export * from './plan/planText';
export * from './plan/toPlanRoot';
export * from './plan/planTotals';
export * from './plan/PlanValue';
export * from './plan/readPlan';
export * from './plan/readPlanComment';
export * from './plan/safeText';
export * from './plan/terraformPlan';
export * from './requestLife';
export * from './requestMetadata';
export * from './risk/findRisks';
export * from './risk/planRisk';
export * from './risk/RiskRule';
export * from './risk/riskRules';
