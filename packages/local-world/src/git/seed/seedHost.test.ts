import {
  parseRequestMetadata,
  REQUESTED_BY_TRAILER,
} from '@slipway/plugin-infra-prs-common';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { demoQueues } from '../../demo/queues/demoQueues';
import { startTestHost, TestHost } from '../__testUtils__/startTestHost';
import { runGit } from '../repository/runGit';
import { collectSeed } from './collectSeed';

jest.setTimeout(60_000);

const sourceDir = path.resolve(__dirname, '../../../../..');

const fullRef = (kind: string, ref: string) =>
  ref.includes(':') ? ref : `${kind}:default/${ref}`;

describe('seedHost', () => {
  let test: TestHost;
  let seed: ReadonlyMap<string, Buffer>;
  const repo = { owner: 'acme', repo: 'infrastructure' };

  beforeAll(async () => {
    seed = await collectSeed(sourceDir);
    test = await startTestHost({ seed });
  });
  afterAll(() => test.stop());

  it('makes the infrastructure repository of these files, linked to itself and with images delivered', async () => {
    const files = await test.host.readTree('acme', 'infrastructure', 'main');
    const names = [...seed.keys()].filter(
      file => !file.startsWith('services/'),
    );
    expect([...files.keys()].sort()).toEqual(names.sort());
    const { base } = test.host.context.urls;
    for (const [file, content] of files) {
      const text = content
        .toString()
        .replaceAll(`${base}/acme/`, 'https://github.com/acme/');
      const original = String(seed.get(file));
      const delivered = /"?\bbootstrap\b"?/.exec(original)?.[0];
      expect([file, text.includes('bootstrap')]).toEqual([file, false]);
      expect([
        file,
        delivered ? text.replace(/"[0-9a-f]{40}"/, delivered) : text,
      ]).toEqual([file, original]);
    }
    const { gitDir } = test.host.repository('acme', 'infrastructure').git;
    await runGit(gitDir, ['fsck', '--strict']);
  });

  it('has a past with merged requests, and one that waits', async () => {
    const pat = await test.octokit('pat');
    const { data: pulls } = await pat.rest.pulls.list({
      ...repo,
      state: 'all',
    });
    const [open, ...merged] = pulls;
    expect(open).toMatchObject({ number: 14, state: 'open' });
    expect(merged.map(pull => [pull.number, Boolean(pull.merged_at)])).toEqual(
      Array.from({ length: 13 }, (_, index) => [13 - index, true]),
    );
    const ids = new Set<string | undefined>();
    for (const { body, number } of pulls) {
      const metadata = parseRequestMetadata(body);
      ids.add(metadata?.id);
      expect(metadata?.requester).toMatch(/^user:default\/(olivia|pat)$/);
      const { data: files } = await pat.rest.pulls.listFiles({
        ...repo,
        pull_number: number,
      });
      expect(files.length).toBeGreaterThan(0);
    }
    expect(ids.size).toBe(14);
    const { data: commits } = await pat.rest.repos.listCommits(repo);
    const messages = commits.map(({ commit }) => commit.message);
    expect(messages).toContainEqual(
      expect.stringMatching(/^Deliver quarkus-service [0-9a-f]{7} to dev$/),
    );
    expect(
      messages.filter(text => text.includes(`${REQUESTED_BY_TRAILER}: `)),
    ).toHaveLength(13);
    const dates = commits.map(({ commit }) =>
      Date.parse(commit.committer?.date ?? ''),
    );
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
  });

  it('protects the branch, and lets outsiders read only', async () => {
    const sam = await test.octokit('sam');
    const { data } = await sam.rest.repos.get(repo);
    expect(data.permissions).toMatchObject({ push: false, pull: true });
    const pat = await test.octokit('pat');
    const { data: protection } = await pat.rest.repos.getBranchProtection({
      ...repo,
      branch: 'main',
    });
    expect(protection.required_status_checks?.contexts).toEqual([
      'terraform fmt',
      'terraform validate',
      'slipway/plan',
    ]);
  });

  it('has a catalog whose references are all there, but for the queues', async () => {
    const entities = [...seed]
      .filter(([file]) => file.startsWith('catalog/'))
      .flatMap(([, content]) => parseAllDocuments(content.toString()))
      .map(document => document.toJS());
    const names = entities.map(
      ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
    );
    const wanted = entities.flatMap(({ spec }) => [
      ...(spec.dependsOn ?? []),
      ...(spec.owner ? [spec.owner] : []),
      ...(spec.system ? [fullRef('system', spec.system)] : []),
    ]);
    const missing = wanted.filter(name => !names.includes(name));
    expect(wanted.length).toBeGreaterThan(10);
    // Queues come from AWS, not from a file.
    const queues = demoQueues.flatMap(({ name, environments }) =>
      (environments ?? ['dev', 'prod']).map(
        environment => `resource:default/${environment}-${name}`,
      ),
    );
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.filter(name => !queues.includes(name))).toEqual([]);
  });

  it('is as at first after a reset', async () => {
    const before = test.host.state();
    await test.host.reset();
    expect(test.host.state()).toEqual(before);
  });
});
