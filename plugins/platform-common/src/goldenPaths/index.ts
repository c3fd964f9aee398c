export * from './environmentFacts';
export * from './names';
export * from './queueSpec';
export * from './serviceSpec';
