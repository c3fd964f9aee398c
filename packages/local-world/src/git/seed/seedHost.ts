import { HostContext } from '../HostContext';

/** Fills an empty host with the repositories of the demo. */
export async function seedHost(
  host: HostContext,
  infrastructure: ReadonlyMap<string, Buffer>,
): Promise<void> {
  void host;
  void infrastructure;
}
