import { ConflictError } from '@backstage/errors';
import { isAgreed, isSound } from './isApproved';
import { Rollout } from '../../life/Rollout';
import { headOf, iso, ModelPull } from './ModelPull';
import { Delivery, digestOf, ModelPulls } from './ModelPulls';
import { satisfiesHost } from './ModelRules';

export type { Delivery };
export { digestOf };

/** In whose name the merge queue merges. */
const QUEUE = 'github-merge-queue';

/** GitHub as far as pull requests go: merges expect a head, auto-merge does not, and a queue lets go of what is pushed to. */
export class ModelGithub extends ModelPulls {
  /** Whether what was merged was agreed to when it was. */
  readonly wasAgreed = new Map<number, boolean>();

  /** @throws ConflictError as GitHub does for what is merged otherwise, or could be merged at once */
  enableAutoMerge(number: number, login: string, head: string): void {
    const pull = this.get(number);
    if (this.world !== 'autoMerge' || pull.state !== 'open') {
      throw new ConflictError('Auto merge is not allowed');
    }
    if (headOf(pull) !== head) throw new ConflictError('Head was modified');
    if (this.allows(pull)) {
      throw new ConflictError('Pull request is in clean status');
    }
    pull.autoMerge = login;
    this.changed(pull, 'pull_request');
  }

  disableAutoMerge(number: number): void {
    const pull = this.get(number);
    if (!pull.autoMerge) return;
    pull.autoMerge = undefined;
    this.changed(pull, 'pull_request');
  }

  enqueue(number: number, login: string, head: string): void {
    const pull = this.get(number);
    this.#assertMergeable(pull, head);
    if (this.world !== 'queue') throw new ConflictError('There is no queue');
    pull.queued = { login, headSha: head };
    this.changed(pull, 'pull_request');
  }

  dequeue(number: number): void {
    const pull = this.get(number);
    if (!pull.queued) return;
    pull.queued = undefined;
    this.changed(pull, 'pull_request');
  }

  /** How what runs of a change comes up. */
  rolloutsOf(number: number): Rollout[] {
    const { environment, rollout: state } = this.get(number);
    if (state === 'none') return [];
    const isOver = state === 'succeeded' || state === 'failed';
    return [{ environment, state, at: isOver ? iso(this.time()) : undefined }];
  }

  /** What GitHub would merge now without anybody's doing. */
  readyToMerge(): ModelPull[] {
    return [...this.pulls.values()].filter(
      pull =>
        (pull.queued || pull.autoMerge) && !pull.draft && this.allows(pull),
    );
  }

  mergeByItself({ number, autoMerge }: ModelPull): void {
    const pull = this.get(number);
    this.#merge(pull, autoMerge ?? QUEUE);
  }

  /** @throws ConflictError as GitHub answers 405 and 409 */
  merge(number: number, login: string, head: string): void {
    const pull = this.get(number);
    this.#assertMergeable(pull, head);
    if (this.world === 'queue') {
      throw new ConflictError('Changes must be made through the merge queue');
    }
    if (!this.allows(pull)) {
      throw new ConflictError('At least 1 approving review is required');
    }
    this.#merge(pull, login);
  }

  #assertMergeable(pull: ModelPull, head: string): void {
    if (pull.state !== 'open' || pull.draft) {
      throw new ConflictError('Pull Request is not mergeable');
    }
    if (headOf(pull) !== head) {
      throw new ConflictError(
        'Head branch was modified. Review and try the merge again.',
      );
    }
  }

  #merge(pull: ModelPull, login: string): void {
    this.wasAgreed.set(pull.number, isAgreed(pull, this.checks, digestOf));
    this.ids += 1;
    pull.state = 'closed';
    pull.mergedAt = this.time();
    pull.closedAt = pull.mergedAt;
    pull.mergedBy = login;
    pull.mergeSha = `f${this.ids.toString(16).padStart(39, '0')}`;
    this.stop(pull);
    this.changed(pull, 'pull_request');
    // What comes after is of a later second, since GitHub tells no more than seconds.
    this.tick += 1;
    this.step();
    this.deliver('push', { ref: 'refs/heads/main' });
  }

  /** Whether GitHub's own rules let it be merged. */
  allows(pull: ModelPull): boolean {
    return satisfiesHost(this.world, pull, this.checks);
  }

  isMergeable(pull: ModelPull): boolean {
    return (
      isSound(pull, this.checks) &&
      isAgreed(pull, this.checks, digestOf) &&
      this.allows(pull)
    );
  }
}
