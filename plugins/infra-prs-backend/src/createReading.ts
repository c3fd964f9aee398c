import { SlipwayEnvironment } from '@slipway/platform-common';
import { FetchEngine } from '@slipway/platform-node';
import { createGithubClients } from './clients/createGithubClients';
import { ChangeSources } from './services/ChangeSources';
import { createCheckSources } from './services/CheckSources';
import { createConversationSources } from './services/ConversationSources';
import { DecisionRunner } from './services/deciding/DecisionRunner';
import { DefaultChangeChecks } from './services/DefaultChangeChecks';
import { DefaultChangeContents } from './services/DefaultChangeContents';
import { DefaultChangeConversation } from './services/DefaultChangeConversation';
import { FactsReader } from './services/FactsReader';
import { PlanCommentReader } from './services/PlanCommentReader';
import { createHappeningReader } from './life/HappeningReader';
import { HostRulesReader } from './services/HostRulesReader';
import { StatusReader } from './services/StatusReader';

type Clients = Pick<
  ReturnType<typeof createGithubClients>,
  'talk' | 'timeline' | 'talkerFor' | 'checkDetails' | 'rerunnerFor'
>;

/** The cached reads of what people and bots say, and of plans in it. */
export function createTalkReads(
  engine: FetchEngine,
  github: Clients,
  slug: string,
  authors: readonly string[],
) {
  const details = createCheckSources(engine, github.checkDetails, slug);
  const talk = createConversationSources(engine, github.talk, slug);
  return {
    details,
    talk,
    statuses: new StatusReader(github.checkDetails, details.statuses),
    happenings: createHappeningReader(engine, github.timeline, slug),
    planComments: new PlanCommentReader({
      ...{ authors, engine, slug },
      talk: github.talk,
      details: github.checkDetails,
      comments: talk.comments,
      statuses: details.statuses,
    }),
  };
}

/** Puts together what is read of a change beyond its page's first look: its contents, checks and conversation. */
export function createReading(deps: {
  github: Clients;
  reads: ReturnType<typeof createTalkReads>;
  sources: ChangeSources;
  facts: FactsReader;
  rules: HostRulesReader;
  environments: readonly SlipwayEnvironment[];
  runner: DecisionRunner;
}) {
  const { github, rules } = deps;
  const { details, talk } = deps.reads;
  return {
    contents: new DefaultChangeContents(deps),
    conversation: new DefaultChangeConversation({
      ...github,
      runner: deps.runner,
      sources: talk,
    }),
    checks: new DefaultChangeChecks({
      sources: deps.sources,
      details: details,
      required: async branch => {
        const { requiredChecks, unknown } = (await rules.read(branch)).rules;
        return unknown ? undefined : requiredChecks;
      },
      rerunnerFor: github.rerunnerFor,
      runner: deps.runner,
    }),
  };
}
