/**
 * Reads Terraform and Kustomize without their tools: expressions, modules and their evaluation, builds of overlays.
 * Judges what is read by the platform's policy, and prices it.
 *
 * @packageDocumentation
 */
export * from './FileSource';
export * from './hcl/evaluate';
export * from './hcl/Expression';
export * from './hcl/parseText';
export * from './hcl/Scope';
export * from './hcl/Value';
export * from './terraform/Block';
export * from './terraform/brokenRules';
export * from './terraform/conform';
export * from './terraform/Diagnostic';
export * from './terraform/evaluateBody';
export * from './terraform/inputOf';
export * from './terraform/loadModuleTree';
export * from './terraform/ModuleInstance';
export * from './terraform/parseTerraform';
export * from './terraform/TerraformModule';
export * from './kustomize/buildKustomization';
export * from './kustomize/BuildContext';
export * from './kustomize/BuiltObject';
export * from './kustomize/jsonPatch';
export * from './kustomize/JsonValue';
export * from './kustomize/kustomizationSchema';
export * from './kustomize/ManifestError';
export * from './kustomize/readObjects';
export * from './kustomize/readReferences';
export * from './kustomize/resolveReference';
export * from './kustomize/YamlManifest';
export * from './assess/createAssessor';
export * from './cost/costDelta';
export * from './cost/CostEstimate';
export * from './cost/estimateCost';
export * from './cost/PriceTable';
export type { PricedResource } from './cost/Pricing';
export type { PricedPod } from './cost/pricePod';
export * from './policy/PolicyEngine';
export * from './policy/PolicyRule';
export * from './policy/readPolicyRules';
export * from './policy/toPolicyValues';
