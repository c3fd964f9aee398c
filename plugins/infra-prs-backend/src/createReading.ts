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
import { HostRulesReader } from './services/HostRulesReader';

/** Puts together what is read of a change beyond its page's first look: its contents, checks and conversation. */
export function createReading(deps: {
  engine: FetchEngine;
  github: Pick<
    ReturnType<typeof createGithubClients>,
    'talk' | 'talkerFor' | 'checkDetails' | 'rerunnerFor'
  >;
  slug: string;
  sources: ChangeSources;
  facts: FactsReader;
  rules: HostRulesReader;
  environments: readonly SlipwayEnvironment[];
  runner: DecisionRunner;
}) {
  const { engine, github, slug, rules } = deps;
  return {
    contents: new DefaultChangeContents(deps),
    conversation: new DefaultChangeConversation({
      ...github,
      runner: deps.runner,
      sources: createConversationSources(engine, github.talk, slug),
    }),
    checks: new DefaultChangeChecks({
      sources: deps.sources,
      details: createCheckSources(engine, github.checkDetails, slug),
      required: async branch => {
        const { requiredChecks, unknown } = (await rules.read(branch)).rules;
        return unknown ? undefined : requiredChecks;
      },
      rerunnerFor: github.rerunnerFor,
      runner: deps.runner,
    }),
  };
}
