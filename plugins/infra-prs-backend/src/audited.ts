import { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';
import { DecisionOutcome } from './services/ChangeService';

/** Runs a decision inside an audit event that says who tried what, and how it ended. */
export async function audited(
  auditor: AuditorService,
  request: Request,
  eventId: string,
  meta: JsonObject,
  decide: () => Promise<DecisionOutcome>,
  severityLevel: 'medium' | 'high' = 'medium',
): Promise<DecisionOutcome> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel,
    request,
    meta,
  });
  try {
    const outcome = await decide();
    await event.success({ meta: { ...outcome } });
    return outcome;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
