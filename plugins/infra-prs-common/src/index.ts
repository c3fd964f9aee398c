/**
 * Types, schemas and permissions of the Slipway infra-prs plugin.
 *
 * @packageDocumentation
 */
export * from './planReport';
export * from './requestMetadata';
