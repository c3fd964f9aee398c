import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import {
  Redrive,
  RedriveCommand,
  RedrivePreview,
} from '@slipway/plugin-queues-common';
import { readOnlyError, requireConfirmation } from '../acts/refusals';
import { ResolvedQueue } from '../services/QueueResolver';
import { QueueFlags } from './QueueFlags';
import { PreviewReader, RedriveRules } from './PreviewReader';
import { RedriveCanceller } from './RedriveCanceller';
import { RedriveLister } from './RedriveLister';
import { RedriveStarter } from './RedriveStarter';
import { Acting } from '../acts/Acting';
import { RedrivesService } from './RedrivesService';
import { toRedrive } from './toRedrive';

/** What {@link DefaultRedrivesService} works with. */
export interface RedrivesDeps {
  readonly canceller: RedriveCanceller;
  readonly flags: QueueFlags;
  readonly lister: RedriveLister;
  readonly previews: PreviewReader;
  readonly rules: RedriveRules;
  readonly starter: RedriveStarter;
}

/** {@link RedrivesService} over SQS's own move tasks. */
export class DefaultRedrivesService implements RedrivesService {
  readonly #deps: RedrivesDeps;

  constructor(deps: RedrivesDeps) {
    this.#deps = deps;
  }

  preview(acting: Acting): Promise<RedrivePreview> {
    return this.#deps.previews.preview(acting);
  }

  list(queue: ResolvedQueue): Promise<Redrive[]> {
    const targets = queue.sources.map(({ name }) => name);
    return this.#deps.lister.list(queue.key, targets);
  }

  async start(acting: Acting, command: RedriveCommand): Promise<Redrive> {
    const { flags, lister, previews, rules, starter } = this.#deps;
    const { queue } = acting;
    if (rules.readOnly) throw readOnlyError();
    requireConfirmation(queue, command.confirm);
    const velocity = velocityOf(command, rules);
    const facts = await previews.facts(queue);
    const reasons = await flags.reasons(queue, facts.sources);
    if (reasons.length > 0) {
      throw new NotAllowedError(
        `Nobody may redrive ${queue.key.name}: ${reasons.join('; ')}`,
      );
    }
    if (facts.sources.length === 0) {
      throw new ConflictError(
        `No SQS queue sends its dead letters to ${queue.key.name}, so SQS does not know where to move them`,
      );
    }
    const record = await starter.start(acting, facts, { ...command, velocity });
    lister.forget(queue.key);
    return toRedrive(record);
  }

  async cancel(acting: Acting, id: string): Promise<Redrive> {
    const redrive = await this.#deps.canceller.cancel(acting, id);
    this.#deps.lister.forget(acting.queue.key);
    return redrive;
  }
}

function velocityOf({ velocity }: RedriveCommand, rules: RedriveRules): number {
  const wanted = velocity ?? rules.defaultVelocity;
  if (wanted > rules.maxVelocity) {
    throw new InputError(
      `velocity must be ${rules.maxVelocity} messages a second at most, as slipway.queues.redrive.maxVelocity says`,
    );
  }
  return wanted;
}
