import { NotAllowedError } from '@backstage/errors';
import { GithubPerson } from '../../clients/GithubPerson';
import { Gates } from './Gates';
import { ModelGithub } from './ModelGithub';

/** What the portal must never do. */
export type Violated = (what: string) => void;

/** Acts in the model as a person whose token the portal was given, and watches what the portal makes them do. */
export function createGatedPerson(options: {
  github: ModelGithub;
  gates: Gates;
  owner: object;
  login: string;
  /** Moment at which the decision about a pull request began to read: what it knows is not older. */
  since: (number: number) => number;
  violated: Violated;
}): GithubPerson {
  const { github, gates, owner, login, since, violated } = options;
  const never = async () => {
    throw new NotAllowedError('Nobody does that here');
  };
  return {
    comment: never,
    setDraft: never,
    enqueue: never,
    enableAutoMerge: never,
    disableAutoMerge: never,
    async setState({ number, state }) {
      await gates.pass(owner, `${state} ${number} as ${login}`);
      github.setState(number, state);
    },
    async requestChanges({ number, headSha, body }) {
      await gates.pass(owner, `refuse ${number} as ${login}`);
      const review = { body, commitId: headSha };
      github.review(number, login, 'CHANGES_REQUESTED', review);
    },
    async login() {
      return login;
    },
    async approve({ number, headSha, body }) {
      await gates.pass(owner, `approve ${number} as ${login}`);
      if (!github.wasClean(number, login, since(number))) {
        violated(`${login}, who asked for ${number}, approved it`);
      }
      github.review(number, login, 'APPROVED', { body, commitId: headSha });
    },
    async merge({ number, headSha }) {
      await gates.pass(owner, `merge ${number} as ${login}`);
      const could = github.couldBeMerged(number, headSha, since(number));
      github.merge(number, login, headSha);
      if (!could) violated(`${number} was merged, and was not approved`);
    },
  };
}
