/**
 * Fetch engine, client factories and entity-to-resource resolution.
 *
 * @packageDocumentation
 */
export * from './entityResources/types';
export * from './environments';
export * from './fetchEngine/types';
