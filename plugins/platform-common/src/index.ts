/**
 * Environments, annotations, ARNs and typed source results shared by all Slipway plugins.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './arn';
export * from './environments';
export * from './goldenPaths';
export * from './infrastructurePaths';
export * from './sourceResult';
export * from './sourceResultSchema';
export * from './timeSeries';
export * from './visibleText';
