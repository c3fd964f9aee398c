import {
  Block,
  blocksOfType,
  brokenRules,
  calledFolder,
  evaluateValue,
  inputOf,
  isRequired,
  lineOf,
  ModuleInstance,
  ModuleTree,
  TerraformModule,
  TypeProblem,
} from '@slipway/infrastructure-code';
import { Finding } from '../Finding';

/** Arguments of every call, whatever the module. */
const CALL_ARGUMENTS = new Set([
  'source',
  'version',
  'count',
  'for_each',
  'depends_on',
  'providers',
]);

/** Checks what a root gives its modules against their variables: names, types, and their own validations. */
export function checkModuleCalls(
  root: ModuleInstance,
  tree: ModuleTree,
): Finding[] {
  return blocksOfType(root.module, 'module').flatMap(call => {
    const folder = calledFolder(root.module.folder, call.body.source);
    if (folder === undefined) return [foreignSource(call)];
    const called = tree.get(folder);
    return called && called.blocks.length > 0
      ? [
          ...checkNames(call, called),
          ...checkTypes(call, called, root),
          ...root.children(call).flatMap(child => checkRules(call, child)),
        ]
      : [
          finding(call, 'source', {
            id: 'terraform-module-missing',
            message: `There is no module in ${folder}`,
            fix: 'Name a folder of terraform/modules.',
          }),
        ];
  });
}

function checkNames(call: Block, called: TerraformModule): Finding[] {
  const variables = variablesOf(called);
  const given = Object.keys(call.body).filter(
    name => !CALL_ARGUMENTS.has(name),
  );
  const unknown = given
    .filter(name => !variables.has(name))
    .map(name =>
      finding(call, name, {
        id: 'terraform-module-input',
        message: `Module ${call.labels[0]} has no input '${name}'`,
        fix: `Remove it, or give one of: ${[...variables.keys()].join(', ')}.`,
      }),
    );
  const missing = [...variables]
    .filter(([name, block]) => isRequired(block) && !given.includes(name))
    .map(([name]) =>
      finding(call, undefined, {
        id: 'terraform-module-input',
        message: `Module ${call.labels[0]} needs the input '${name}'`,
        fix: `Give ${name}: see ${called.folder}/README.md.`,
      }),
    );
  return [...unknown, ...missing];
}

function checkTypes(
  call: Block,
  called: TerraformModule,
  root: ModuleInstance,
): Finding[] {
  const repeated = call.body.count ?? call.body.for_each;
  if (repeated !== undefined) return [];
  return [...variablesOf(called)].flatMap(([name, variable]) =>
    Object.hasOwn(call.body, name)
      ? inputOf(
          variable,
          evaluateValue(call.body[name], root.scope),
        ).problems.map(problem =>
          finding(call, name, {
            id: 'terraform-module-input',
            message: `Module ${call.labels[0]}: ${text(problem)}`,
            fix: `Give ${name} the type that ${called.folder}/variables.tf says.`,
          }),
        )
      : [],
  );
}

function checkRules(call: Block, child: ModuleInstance): Finding[] {
  return brokenRules(child).map(({ variable, message }) => {
    const [name = ''] = variable.labels;
    return finding(call, name, {
      id: 'terraform-module-validation',
      message: `Module ${call.labels[0]}: ${message}`,
      fix: `Choose a value of ${name} that the module takes.`,
    });
  });
}

function variablesOf(module: TerraformModule): ReadonlyMap<string, Block> {
  return new Map(
    blocksOfType(module, 'variable').map(
      block => [block.labels[0] ?? '', block] as const,
    ),
  );
}

function text({ path, wanted }: TypeProblem): string {
  return wanted ? `${path} must be ${wanted}` : `${path} is missing`;
}

function foreignSource(call: Block): Finding {
  return {
    ...finding(call, 'source', {
      id: 'terraform-module-source',
      message: `Module ${call.labels[0]} is not one of this repository`,
      fix: 'Call a module of terraform/modules, or have the platform team look at this one.',
    }),
    severity: 'warning',
    reason: 'What a module from elsewhere makes is not checked here.',
  };
}

function finding(
  call: Block,
  attribute: string | undefined,
  what: Pick<Finding, 'id' | 'message' | 'fix'>,
): Finding {
  return {
    severity: 'error',
    file: call.file.path,
    line: lineOf(call, attribute),
    reason: 'Terraform would refuse the plan.',
    ...what,
  };
}
