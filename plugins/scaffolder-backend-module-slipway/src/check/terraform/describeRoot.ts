import {
  Block,
  blocksOfType,
  evaluateValue,
  ModuleInstance,
  PlannedResource,
  PolicyEnvironment,
} from '@slipway/infrastructure-code';

/** What a folder of Terraform would make. */
export interface TerraformRoot {
  readonly folder: string;
  readonly resources: readonly PlannedResource[];
  /** Calls of modules that are not at hand: what they make is not known. */
  readonly unread: readonly string[];
  readonly environment: PolicyEnvironment;
  /** AWS region; empty when the root does not tell. */
  readonly region: string;
}

/** What a root would make; undefined for a folder that is only called by others. */
export function describeRoot(
  instance: ModuleInstance,
): TerraformRoot | undefined {
  if (!isRoot(instance.module.blocks)) return undefined;
  const fact = (name: string) =>
    evaluateValue(`\${module.environment.${name}}`, instance.scope);
  const [name, region] = [fact('name'), fact('region')];
  return {
    folder: instance.module.folder,
    resources: instance.resources(),
    unread: blocksOfType(instance.module, 'module')
      .filter(call => !instance.hasModule(call))
      .map(({ labels }) => `module ${labels[0]}`),
    region: typeof region === 'string' ? region : '',
    environment: {
      name: typeof name === 'string' ? name : '',
      protected: fact('protected') === true,
    },
  };
}

/** A folder that is planned itself: only a root has a backend or a provider. */
function isRoot(blocks: readonly Block[]): boolean {
  return blocks.some(
    ({ type, body }) => type === 'provider' || body.backend !== undefined,
  );
}
