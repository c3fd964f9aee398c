import { Millis } from '../../world/types';

/** Something that happened to an Application. */
export interface ApplicationEvent {
  readonly time: Millis;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
}

const MAX_EVENTS = 50;

/** The newest events of an Application. */
export class ApplicationEvents {
  private readonly events: ApplicationEvent[] = [];

  add(
    time: Millis,
    reason: string,
    message: string,
    type: ApplicationEvent['type'] = 'Normal',
  ): void {
    this.events.push({ time, type, reason, message });
    if (this.events.length > MAX_EVENTS) this.events.shift();
  }

  all(): readonly ApplicationEvent[] {
    return this.events;
  }
}
