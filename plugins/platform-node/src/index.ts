/**
 * Fetch engine, client factories and entity-to-resource resolution.
 *
 * @packageDocumentation
 */
export * from './amp/AmpHttpClient';
export * from './amp/ampClientsServiceRef';
export * from './amp/DefaultAmpClients';
export * from './amp/types';
export * from './argo/ArgoHttpClient';
export * from './argo/argoClientsServiceRef';
export * from './argo/ConfigArgoClients';
export * from './argo/readArgoInstances';
export * from './argo/types';
export * from './aws/awsClientsServiceRef';
export * from './aws/DefaultAwsClients';
export * from './aws/mapAwsError';
export * from './aws/types';
export * from './database/openDatabase';
export * from './entityResources/DefaultEntityResources';
export * from './entityResources/entityResourcesServiceRef';
export * from './entityResources/tags/TaggedQueues';
export * from './entityResources/types';
export * from './environments/ConfigEnvironments';
export * from './environments/environmentsServiceRef';
export * from './environments/types';
export * from './fetchEngine/DefaultFetchEngine';
export * from './fetchEngine/fetchEngineServiceRef';
export * from './fetchEngine/types';
export * from './permissions/parseEntityPath';
export * from './permissions/requireEntityPermission';
export * from './permissions/requirePermission';
