/**
 * Loopback stand-ins for AWS, GitHub, Argo CD, AMP and Kubernetes that share one simulated world.
 *
 * @packageDocumentation
 */
export * from './demo/environments';
export * from './demo/fleet/seedFleet';
export * from './demo/people';
export * from './world/types';
export * from './world/CallCounter';
export * from './world/Chaos';
export * from './world/chaosMiddleware';
export * from './world/DefaultWorkloadRegistry';
export * from './world/DefaultWorldClock';
export * from './world/SeededRandom';
export * from './world/WorldPart';
export * from './startWorld';
export * from './git/createGitHost';
export * from './git/GitHost';
export * from './git/http/recordExchange';
export * from './testing/github/GithubExchanges';
export * from './testing/requireTool';
export * from './testing/startUpstream';
export * from './testing/worldConfig';
