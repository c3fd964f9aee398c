import { EventEmitter } from 'node:events';
import { CallCounter } from '../world/CallCounter';
import { Chaos } from '../world/Chaos';
import { GitEvents, WorldClock } from '../world/types';
import { TokenStore } from './accounts/TokenStore';
import { HostUrls } from './json/HostUrls';
import { RepositoryStore } from './records/RepositoryStore';

/** What the parts of the Git host share. */
export interface HostContext {
  readonly repositories: RepositoryStore;
  readonly tokens: TokenStore;
  readonly clock: WorldClock;
  readonly counter: CallCounter;
  readonly chaos: Chaos;
  readonly urls: HostUrls;
  readonly events: GitEvents;
  /** While the host fills itself, nobody is told of what it does. */
  quiet: boolean;
  /** Told with the name of the event and its payload, for webhooks. */
  readonly deliveries: EventEmitter<{
    event: [{ repository: string; name: string; payload: unknown }];
  }>;
}
