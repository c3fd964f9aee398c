export * from './environmentFacts';
export * from './factsJsonSchema';
export * from './names';
export * from './queueSpec';
export * from './serviceSpec';
