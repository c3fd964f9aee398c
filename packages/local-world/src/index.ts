/**
 * Loopback stand-ins for AWS, GitHub, Argo CD, AMP and Kubernetes that share one simulated world.
 *
 * @packageDocumentation
 */
export * from './demo/environments';
export * from './demo/people';
export * from './world/types';
