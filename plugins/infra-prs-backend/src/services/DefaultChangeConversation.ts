import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ChangeConversation as Conversation,
  ReplyCommand,
  ResolveCommand,
  ThreadCommand,
} from '@slipway/plugin-infra-prs-common';
import { GithubTalk, GithubTalkerFactory } from '../clients/GithubTalk';
import { ChangeConversation } from './ChangeConversation';
import { Actor, DecisionOutcome } from './ChangeService';
import { ConversationSources } from './ConversationSources';
import { deadline, DecisionRunner } from './deciding/DecisionRunner';
import { asDecisionError, requireData } from './sourceData';
import { toConversation } from './toConversation';

/** {@link ChangeConversation} over the cached sources; what is said is said as the person. */
export class DefaultChangeConversation implements ChangeConversation {
  readonly #sources: ConversationSources;
  readonly #talk: GithubTalk;
  readonly #talkerFor: GithubTalkerFactory;
  readonly #runner: DecisionRunner;

  constructor(options: {
    sources: ConversationSources;
    talk: GithubTalk;
    talkerFor: GithubTalkerFactory;
    runner: DecisionRunner;
  }) {
    this.#sources = options.sources;
    this.#talk = options.talk;
    this.#talkerFor = options.talkerFor;
    this.#runner = options.runner;
  }

  async read(number: number): Promise<Conversation> {
    const { comments, lineComments, reviewWords, threads } = this.#sources;
    const [said, onLines, reviews, known] = await Promise.all([
      comments.get(number),
      lineComments.get(number),
      reviewWords.get(number),
      threads.get(number),
    ]);
    return toConversation({
      comments: requireData(said),
      lineComments: requireData(onLines),
      reviewWords: requireData(reviews),
      threads: known.data,
    });
  }

  async comment(
    number: number,
    command: ThreadCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async ({ facts }) => {
      if (facts.pull.headSha !== command.headSha) {
        throw new ConflictError(
          'New commits were pushed since you looked at it; look at the line again, then comment',
        );
      }
      await this.#talkerFor(actor.githubToken).commentOnLine(
        { number, ...command },
        deadline(),
      );
      return this.#said(number);
    });
  }

  async reply(
    number: number,
    thread: number,
    command: ReplyCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async () => {
      await this.#talkerFor(actor.githubToken).reply(
        { number, commentId: thread, ...command },
        deadline(),
      );
      return this.#said(number);
    });
  }

  async resolve(
    number: number,
    thread: number,
    { resolved }: ResolveCommand,
    actor: Actor,
  ): Promise<DecisionOutcome> {
    return this.#runner.run(number, actor, async () => {
      const { id } = await this.#findThread(number, thread);
      await this.#talkerFor(actor.githubToken).setResolved(
        { id, resolved },
        deadline(),
      );
      return this.#said(number, resolved ? 'resolved' : 'open');
    });
  }

  async #findThread(number: number, thread: number) {
    const threads = await this.#talk
      .listThreads(number, deadline())
      .catch(error => {
        throw asDecisionError(error);
      });
    const found = threads.find(each => each.firstCommentId === thread);
    if (found) return found;
    throw new NotFoundError(`Change ${number} has no thread ${thread}`);
  }

  #said(number: number, after = 'commented'): DecisionOutcome {
    for (const source of Object.values(this.#sources)) {
      source.invalidate(number);
    }
    return { number, before: 'open', after };
  }
}
