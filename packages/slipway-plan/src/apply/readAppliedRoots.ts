import {
  ApplyRoot,
  applyRootSchema,
  readApplyLog,
} from '@slipway/plugin-infra-prs-common';
import { z } from 'zod';
import { CommandError, EXIT } from '../exitCodes';
import { PlanFile } from '../commandOptions';
import { plainText } from '../plainText';
import { readFile } from '../readFile';
import { placeOf } from '../RootPlace';
import { ApplyArguments } from './parseApplyArguments';

const rootsSchema = z.array(applyRootSchema);

/** Reads every log that was named. @throws CommandError for the first that cannot be read. */
export async function readAppliedRoots(
  args: ApplyArguments,
): Promise<ApplyRoot[]> {
  const roots: ApplyRoot[] = [];
  for (const log of args.logs) roots.push(await readLog(log, args));
  for (const failed of args.errors) {
    const said = plainText(await readFile(failed.file));
    const error = said || 'Terraform failed and said nothing';
    roots.push(await newRoot(failed, args, { state: 'failed', error }));
  }
  for (const file of args.reports) roots.push(...(await readReport(file)));
  for (const root of args.waiting) {
    roots.push(await newRoot({ root, file: '-' }, args, { state: 'waiting' }));
  }
  return roots;
}

async function readLog(log: PlanFile, args: ApplyArguments) {
  const text = await readFile(log.file);
  const { path, environment } = await placeIn(log, args);
  const read = readApplyLog(text, { path, environment });
  if (read) return read;
  throw new CommandError(
    EXIT.unreadable,
    `${log.file} is not what terraform apply -json prints.`,
  );
}

async function newRoot(
  at: PlanFile,
  args: ApplyArguments,
  rest: Pick<ApplyRoot, 'state' | 'error'>,
): Promise<ApplyRoot> {
  const { path, environment } = await placeIn(at, args);
  return applyRootSchema.parse({ path, environment, ...rest });
}

function placeIn(at: PlanFile, { environment }: ApplyArguments) {
  return placeOf(at, { environment });
}

async function readReport(file: string): Promise<ApplyRoot[]> {
  try {
    return rootsSchema.parse(JSON.parse(await readFile(file)));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      EXIT.unreadable,
      `${file} is not what slipway-plan apply --json writes.`,
    );
  }
}
