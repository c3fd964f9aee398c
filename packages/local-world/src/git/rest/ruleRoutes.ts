import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { findRepository } from '../http/findRepository';
import { parseBody } from '../http/parseBody';
import { takePage } from '../http/sendPage';
import { wildcardOf } from '../http/wildcardOf';
import { rulesOf } from '../pulls/protectionOf';
import { HostedRepository } from '../records/HostedRepository';
import { Ruleset, ruleSchema } from '../records/ruleSchema';

const createSchema = z.object({
  name: z.string().min(1),
  target: z.literal('branch').default('branch'),
  enforcement: z.enum(['active', 'disabled', 'evaluate']),
  conditions: z.object({
    ref_name: z.object({
      include: z.array(z.string()),
      exclude: z.array(z.string()).max(0),
    }),
  }),
  rules: z.array(ruleSchema).default([]),
});

function rulesetJson(
  { record, fullName }: HostedRepository,
  { id, name, enforcement, branches, rules }: Ruleset,
) {
  const include = branches.map(branch => `refs/heads/${branch}`);
  return {
    id,
    name,
    target: 'branch',
    source_type: 'Repository',
    source: fullName,
    enforcement,
    node_id: `RRS_${record.id}_${id}`,
    conditions: { ref_name: { include, exclude: [] } },
    rules,
  };
}

/** Rulesets, and what they say of a branch: https://docs.github.com/en/rest/repos/rules */
export function ruleRoutes(host: HostContext) {
  const router = Router();
  const base = '/repos/:owner/:repo';
  router.get(`${base}/rules/branches/*`, (request, response) => {
    const repository = findRepository(host, request);
    const rules = rulesOf(repository, wildcardOf(request)).map(
      ({ rule, ruleset }) => ({
        ...rule,
        ruleset_source_type: 'Repository',
        ruleset_source: repository.fullName,
        ruleset_id: ruleset.id,
      }),
    );
    response.json(takePage(host, request, response, rules));
  });
  router.post(`${base}/rulesets`, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const body = parseBody(createSchema, request);
    const { record } = repository;
    const ruleset: Ruleset = {
      id: repository.nextId(),
      name: body.name,
      enforcement: body.enforcement,
      branches: body.conditions.ref_name.include.map(name =>
        name === '~DEFAULT_BRANCH'
          ? record.defaultBranch
          : name.replace('refs/heads/', ''),
      ),
      rules: body.rules,
    };
    record.rulesets.push(ruleset);
    await repository.save();
    response.status(201).json(rulesetJson(repository, ruleset));
  });
  router.delete(`${base}/rulesets/:id(\\d+)`, async (request, response) => {
    const repository = findRepository(host, request, 'admin');
    const { record } = repository;
    const id = Number(request.params.id);
    record.rulesets = record.rulesets.filter(ruleset => ruleset.id !== id);
    await repository.save();
    response.status(204).end();
  });
  return router;
}
