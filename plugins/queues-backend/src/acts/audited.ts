import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

/** What an audit event says. */
export interface AuditedAct {
  /** Kebab-case: `redrive-start`. */
  readonly eventId: string;
  readonly severityLevel: 'medium' | 'high';
  /** Left out where an agent acts. */
  readonly request?: Request;
  readonly meta: JsonObject;
}

/**
 * Runs an act inside an audit event that says who tried what, and how it ended.
 * @param after - What the event says about the outcome; never anything of a message's content.
 */
export async function audited<T>(
  auditor: AuditorService,
  act: AuditedAct,
  run: () => Promise<T>,
  after: (result: T) => JsonObject,
): Promise<T> {
  const event = await auditor.createEvent({ ...act });
  try {
    const result = await run();
    await event.success({ meta: after(result) });
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
