import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';
import { DecisionOutcome } from './services/ChangeService';

/** Runs a decision inside an audit event that says who tried what, and how it ended. */
export async function audited<T extends DecisionOutcome>(
  auditor: AuditorService,
  request: Request,
  eventId: string,
  meta: JsonObject,
  decide: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request,
    meta,
  });
  try {
    const outcome = await decide();
    const { number, before, after } = outcome;
    await event.success({ meta: { number, before, after } });
    return outcome;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
