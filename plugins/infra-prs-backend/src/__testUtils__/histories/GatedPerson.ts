import { GithubPerson } from '../../clients/GithubPerson';
import { Began } from './GatedReader';
import { Gates } from './Gates';
import { ModelGithub } from './ModelGithub';
import { Basis } from './Moments';

/** What the portal must never do. */
export type Violated = (what: string) => void;

interface Acting {
  readonly github: ModelGithub;
  readonly gates: Gates;
  readonly owner: object;
  /** Whose account the token is of. */
  readonly login: string;
  /** Who is signed in to the portal. */
  readonly caller: string;
  /** What the decision has read, and when: what it knows is not older. */
  readonly began: Began;
  readonly violated: Violated;
  /** Whether a merge that needs no approvals was explained before. Undefined where no glass is broken. */
  readonly isExplained?: (number: number, head: string) => Promise<boolean>;
}

const DIGEST = /sha256:[0-9a-f]{64}/;
const numberOf = (nodeId: string) => Number(nodeId.slice('PR_'.length));

/** Judges what the portal makes a person do, by what there was since the decision began to read. */
class Judge {
  readonly #acting: Acting;

  constructor(acting: Acting) {
    this.#acting = acting;
  }

  since(number: number): number {
    return this.#acting.began.pulls.get(number) ?? Infinity;
  }

  basis(number: number, head: string): Basis {
    const { checks } = this.#acting.began;
    const planSince = checks.get(head) ?? Infinity;
    return { head, since: this.since(number), planSince };
  }

  review(number: number, headSha: string, body: string, what: string): void {
    const { github, login, violated } = this.#acting;
    const { moments } = github;
    const since = this.since(number);
    if (!moments.wasClean(number, login, since)) {
      violated(`${login}, who asked for ${number}, ${what} it`);
    }
    const planDigest = DIGEST.exec(body)?.[0];
    if (!moments.wasThere(number, { headSha, planDigest }, since)) {
      violated(`${login} ${what} of ${number} what was not there any more`);
    }
  }

  /** Before the merge, what is judged; after it, the verdict. */
  async merge(number: number, head: string): Promise<() => void> {
    const { github, isExplained, login, violated } = this.#acting;
    const basis = this.basis(number, head);
    const { moments } = github;
    if (!isExplained) {
      const could = moments.couldBeMerged(number, basis);
      return () => {
        if (!could) violated(`${number} was merged, and was not approved`);
      };
    }
    const could = moments.couldBeForced(number, basis);
    const isNoted = await isExplained(number, head);
    return () => {
      if (!could) violated(`${number} was forced with bad checks or no plan`);
      if (!isNoted) violated(`${login} broke the glass of ${number} unnoted`);
    };
  }

  own(what: string): void {
    const { caller, login, violated } = this.#acting;
    if (caller !== login) violated(`${caller} ${what} with ${login}'s account`);
  }
}

function mergesOf(acting: Acting, judge: Judge) {
  const { github, gates, owner, login, violated } = acting;
  const change = async (number: number, what: string) => {
    await gates.pass(owner, `${what} ${number} as ${login}`);
    judge.own(what);
  };
  return {
    async merge({ number, headSha }) {
      await change(number, 'merge');
      const verdict = await judge.merge(number, headSha);
      github.merge(number, login, headSha);
      verdict();
    },
    async enqueue({ nodeId, headSha }) {
      const number = numberOf(nodeId);
      await change(number, 'enqueue');
      const verdict = await judge.merge(number, headSha);
      github.enqueue(number, login, headSha);
      verdict();
    },
    async enableAutoMerge({ nodeId, headSha: head }) {
      const number = numberOf(nodeId);
      await change(number, 'enable auto-merge of');
      const basis = { head, since: judge.since(number) };
      const could = github.moments.couldMergeItself(number, basis);
      github.enableAutoMerge(number, login, head);
      if (!could) violated(`${number} may merge itself, and was not approved`);
    },
    async disableAutoMerge(nodeId) {
      const number = numberOf(nodeId);
      await change(number, 'disable auto-merge of');
      github.disableAutoMerge(number);
    },
  } satisfies Partial<GithubPerson>;
}

/** Acts in the model as a person whose token the portal was given, and watches what the portal makes them do. */
export function createGatedPerson(acting: Acting): GithubPerson {
  const { github, gates, owner, login } = acting;
  const judge = new Judge(acting);
  const change = async (number: number, what: string) => {
    await gates.pass(owner, `${what} ${number} as ${login}`);
    judge.own(what);
  };
  return {
    ...mergesOf(acting, judge),
    async login() {
      return login;
    },
    async comment({ number }) {
      await change(number, 'comment');
      github.comment(number);
    },
    async setDraft({ nodeId, draft }) {
      const number = numberOf(nodeId);
      await change(number, draft ? 'draft' : 'undraft');
      github.setDraft(number, draft);
    },
    async setState({ number, state }) {
      await change(number, state);
      github.setState(number, state);
    },
    async requestChanges({ number, headSha, body }) {
      await change(number, 'refuse');
      judge.review(number, headSha, '', 'refused');
      const review = { body, commitId: headSha };
      github.review(number, login, 'CHANGES_REQUESTED', review);
    },
    async approve({ number, headSha, body }) {
      await change(number, 'approve');
      judge.review(number, headSha, body, 'approved');
      github.review(number, login, 'APPROVED', { body, commitId: headSha });
    },
  };
}
