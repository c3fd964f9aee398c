import { createAssessor } from '@slipway/infrastructure-code';
import {
  failedRoot,
  parseTerraformPlan,
  PlanReadError,
  planReportSchema,
  PlanRoot,
  readPlan,
  readPlanComment,
  safeText,
  toPlanRoot,
} from '@slipway/plugin-infra-prs-common';
import { CommandError, EXIT } from './exitCodes';
import { PlanFile } from './commandOptions';
import { Arguments } from './parseArguments';
import { plainText } from './plainText';
import { readFile } from './readFile';
import { placeOf, RootPlace } from './RootPlace';
import { withFindings } from './withFindings';

const rootsSchema = planReportSchema.shape.roots;
const ONLY_TEXT =
  'Read from what a person sees of the plan: counts and addresses only, without values, drift and most risks';

/** Reads every plan that was named. @throws CommandError for the first that cannot be read. */
export async function readRoots(args: Arguments): Promise<PlanRoot[]> {
  const roots: PlanRoot[] = [];
  // One after the other: each may take some hundred megabytes.
  for (const plan of args.plans) {
    roots.push(
      ...(args.text
        ? await readText(plan, args)
        : [await readJson(plan, args)]),
    );
  }
  for (const failed of args.errors) {
    const place = await placeOf(failed, args);
    const said = safeText(plainText(await readFile(failed.file)));
    roots.push(failedRoot(place, said || 'Terraform failed and said nothing'));
  }
  for (const file of args.reports) roots.push(...(await readReport(file)));
  return withFindings(
    roots.map(root => withPlace(root)),
    args.sarif,
  );
}

/** What this command wrote before; an empty list is a change without any root. */
async function readReport(file: string): Promise<PlanRoot[]> {
  try {
    return rootsSchema.parse(JSON.parse(await readFile(file)));
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(
      EXIT.unreadable,
      `${file} is not what slipway-plan --json writes.`,
    );
  }
}

async function readJson(plan: PlanFile, args: Arguments): Promise<PlanRoot> {
  const place = await placeOf(plan, args);
  try {
    const read = readPlan(parseTerraformPlan(await readFile(plan.file)));
    return toPlanRoot(read, place, await createAssessor(environmentOf(place)));
  } catch (error) {
    if (!(error instanceof PlanReadError)) throw error;
    throw new CommandError(
      EXIT.unreadable,
      `${plan.file}: ${safeText(error.message)}.`,
    );
  }
}

async function readText(plan: PlanFile, args: Arguments): Promise<PlanRoot[]> {
  const found = readPlanComment(plainText(await readFile(plan.file)));
  if (found.length === 0) {
    throw new CommandError(
      EXIT.unreadable,
      `${plan.file}: no plan is told of in this text.`,
    );
  }
  return Promise.all(
    found.map(async ({ path, ...rest }) => ({
      ...(await placeOf({ ...plan, root: path ?? plan.root }, args)),
      ...rest,
      notes: [ONLY_TEXT],
    })),
  );
}

function environmentOf({ environment, ...rest }: RootPlace) {
  return { name: environment, ...rest };
}

/** Region and protection are not told on. */
function withPlace(root: PlanRoot & Partial<RootPlace>): PlanRoot {
  const { region: _region, protected: _protected, ...rest } = root;
  return rest;
}
