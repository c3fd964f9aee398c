import { HostContext } from '../HostContext';
import { HostedRepository } from '../records/HostedRepository';
import { Happening, Pull } from '../records/pullSchema';

/** Writes into the timeline of a pull request what has happened; whoever changes it saves both. */
export function noteHappening(
  host: Pick<HostContext, 'clock'>,
  repository: HostedRepository,
  pull: Pull,
  happening: Omit<Happening, 'id' | 'at'>,
): void {
  const id = repository.nextId();
  const at = host.clock.now();
  pull.happenings = [...(pull.happenings ?? []), { id, at, ...happening }];
}
