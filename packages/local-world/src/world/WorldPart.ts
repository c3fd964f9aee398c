import { RequestListener } from 'node:http';
import { Router } from 'express';
import { CallCounter } from './CallCounter';
import { Chaos } from './Chaos';
import { DefaultWorkloadRegistry } from './DefaultWorkloadRegistry';
import { WorldClock, WorldEnvironment } from './types';

/** Stand-ins that listen on a port of their own. */
export const worldPorts = [
  'control',
  'aws',
  'github',
  'argocd',
  'amp',
  'kubernetes',
] as const;
export type WorldPort = (typeof worldPorts)[number];

/** What every stand-in of the world shares. */
export interface World {
  readonly clock: WorldClock;
  readonly environments: readonly WorldEnvironment[];
  readonly workloads: DefaultWorkloadRegistry;
  readonly counter: CallCounter;
  readonly chaos: Chaos;
  readonly seed: number;
  /** Folder for what must outlive a restart. */
  readonly stateDir: string;
  /** Where each stand-in listens, known before any starts. */
  readonly urls: Readonly<Record<WorldPort, string>>;
}

/** A stand-in as startWorld composes it and the control server shows it. */
export interface WorldPart {
  readonly name: string;
  /** Port it listens on, and what it answers there. */
  readonly listen?: { readonly port: WorldPort; readonly app: RequestListener };
  /** Routes it adds to the control API, mounted at `/api/parts/<name>`. */
  readonly routes?: Router;
  /** Facts for the control API, small and JSON. */
  state?(): unknown;
  /** Brings it to life once all stand-ins listen, in the order of composition. */
  start?(): Promise<void>;
  /** Back to how it was at first start. */
  reset?(): void | Promise<void>;
  stop?(): void | Promise<void>;
}
