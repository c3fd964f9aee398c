/**
 * Types, schemas and permissions of the Slipway infra-prs plugin.
 *
 * @packageDocumentation
 */
export * from './changeCommands';
export * from './changeRequest';
export * from './changeRequestDetail';
export * from './permissions';
export * from './planReport';
export * from './planRisk';
export * from './planTotals';
export * from './requestMetadata';
