import {
  platformFactsSchema,
  ServiceSpecInput,
} from '@slipway/platform-common';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exampleModel } from '../exampleModel';
import { findProviderMirror } from '../tools';
import { DirectoryPartSource } from '../../render/PartSource';
import { PartRenderer } from '../../render/PartRenderer';
import { planServiceParts } from '../../render/planParts';
import { applyOnMoto, ApplyReport, openRoot } from './applyOnMoto';
import { leftOut } from './deviations';
import { fillGaps } from './fillGaps';
import { startMoto } from './startMoto';

export interface AppliedService extends ApplyReport {
  readonly name: string;
  readonly platform: string;
}

export interface ApplyServicesOptions {
  /** Root of the repository. */
  readonly repository: string;
  /** Empty folder to work in. */
  readonly folder: string;
  readonly services: readonly ServiceSpecInput[];
  readonly onProgress?: (message: string) => void;
}

/**
 * Applies the dev roots of services, as the golden paths render them, to moto: first a small platform, whose facts the
 * roots then read.
 */
export async function applyServices(
  options: ApplyServicesOptions,
): Promise<AppliedService[]> {
  const { folder, services, repository, onProgress = () => {} } = options;
  const moto = await startMoto('111111111111');
  const { endpoint, stop } = await fillGaps(moto.endpoint);
  try {
    copyTerraform(repository, folder);
    const started = Date.now();
    await makePlatform(folder, endpoint);
    const seconds = Math.round((Date.now() - started) / 1_000);
    onProgress(`platform of dev applied in ${seconds} s`);
    // All to their end, also when one fails: an emulator that goes away would keep the others trying for minutes.
    const outcomes = await Promise.allSettled(
      services.map(async answers => {
        const root = await renderRoot(repository, folder, answers);
        const terraform = await openRoot(root, endpoint, findProviderMirror());
        const { name, platform } = answers;
        return { name, platform, ...(await applyOnMoto(terraform)) };
      }),
    );
    const failed = outcomes.find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    return outcomes.flatMap(outcome =>
      outcome.status === 'fulfilled' ? [outcome.value] : [],
    );
  } finally {
    await stop();
    await moto.stop();
  }
}

function copyTerraform(repository: string, folder: string): void {
  const target = join(folder, 'terraform');
  cpSync(join(repository, 'terraform'), target, {
    recursive: true,
    filter: file => !file.endsWith('.terraform'),
  });
  for (const file of leftOut) rmSync(join(target, file));
  cpSync(join(__dirname, 'platform'), join(folder, 'platform'), {
    recursive: true,
  });
}

async function makePlatform(folder: string, endpoint: string): Promise<void> {
  const terraform = await openRoot(
    join(folder, 'platform'),
    endpoint,
    findProviderMirror(),
  );
  await terraform.run('apply', '-auto-approve', '-input=false', '-no-color');
  const facts = await terraform.json('output', '-json', 'facts');
  writeFileSync(
    join(folder, 'terraform/live/dev/environment/facts.json'),
    JSON.stringify(platformFactsSchema.parse(facts)),
  );
}

/** Writes the dev root of a service. Answers its folder. */
async function renderRoot(
  repository: string,
  folder: string,
  answers: ServiceSpecInput,
): Promise<string> {
  const model = exampleModel(answers);
  const parts = new DirectoryPartSource(join(repository, 'templates/_parts'));
  const files = await new PartRenderer(parts).render(
    planServiceParts(model).filter(({ part }) => part.startsWith('terraform/')),
  );
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return join(folder, model.environments[0].terraformRoot);
}
