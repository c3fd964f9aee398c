import { posix } from 'node:path';
import { get, Scope, withNames } from '../hcl/evaluate';
import { HclRecord, HclValue, isRecord, UNKNOWN } from '../hcl/HclValue';
import { elementsOf, evaluateBody, evaluateValue } from './evaluateBody';
import { Block } from './SourceFile';
import { calledFolder, ModuleTree, TerraformModule } from './TerraformModule';
import { inputOf } from './variableBlock';

/** A resource as it will be made, as far as the source tells. */
export interface PlannedResource {
  /** `module.queue_orders.aws_sqs_queue.this[0]` */
  readonly address: string;
  readonly type: string;
  readonly values: HclRecord;
  /** Where in the root it comes from: its own block, or the call of the module that holds it. */
  readonly origin: Block;
}

/** What a module may not say of itself in a plan. */
const META = new Set([
  'count',
  'for_each',
  'depends_on',
  'lifecycle',
  'provider',
  'providers',
  'source',
  'version',
]);
const MAX_DEPTH = 8;

/** A module with its inputs, evaluated on demand: a plan without state, provider or account. */
export class ModuleInstance {
  readonly scope: Scope;
  readonly #locals = new Map<string, HclValue>();
  readonly #children = new Map<Block, readonly ModuleInstance[]>();

  constructor(
    private readonly tree: ModuleTree,
    readonly module: TerraformModule,
    private readonly place: {
      /** `module.queue_orders.`, empty for the root. */
      readonly prefix: string;
      readonly inputs: HclRecord;
      /** Key of a repeated call. */
      readonly key?: HclValue;
      /** Block of the root that leads here. */
      readonly origin?: Block;
      readonly depth: number;
    },
  ) {
    this.scope = {
      readFile: path => module.texts.get(posix.normalize(path)),
      resolve: (name, keys) => this.#resolve(name, keys),
    };
  }

  /** The folder itself, as `terraform plan` would see it. */
  static root(tree: ModuleTree, folder: string): ModuleInstance | undefined {
    const module = tree.get(folder);
    return (
      module &&
      new ModuleInstance(tree, module, { prefix: '', inputs: {}, depth: 0 })
    );
  }

  /** Value of an output; unknown when there is none of that name. */
  output(name: string): HclValue {
    const block = this.#find('output', name);
    return block
      ? evaluateValue(block.body.value ?? null, this.scope)
      : UNKNOWN;
  }

  /** Its resources and those of the modules that it calls. */
  resources(): PlannedResource[] {
    return this.module.blocks.flatMap(block => {
      if (block.type === 'resource') return this.#planned(block);
      return block.type === 'module'
        ? this.children(block).flatMap(child => child.resources())
        : [];
    });
  }

  /** One instance for each repetition of a call; none when its source is not known. */
  children(call: Block): readonly ModuleInstance[] {
    const known = this.#children.get(call);
    if (known) return known;
    const folder = calledFolder(this.module.folder, call.body.source);
    const module = folder === undefined ? undefined : this.tree.get(folder);
    if (!module || this.place.depth >= MAX_DEPTH) return [];
    const made = this.#repeat(call.body).map(
      ({ scope, suffix, key }) =>
        new ModuleInstance(this.tree, module, {
          prefix: `${this.place.prefix}module.${call.labels[0]}${suffix}.`,
          inputs: evaluateBody(withoutMeta(call.body), scope),
          key,
          origin: this.place.origin ?? call,
          depth: this.place.depth + 1,
        }),
    );
    this.#children.set(call, made);
    return made;
  }

  #planned(block: Block): PlannedResource[] {
    const [type = '', name = ''] = block.labels;
    return this.#repeat(block.body).map(({ scope, suffix }) => ({
      address: `${this.place.prefix}${type}.${name}${suffix}`,
      type,
      values: evaluateBody(withoutMeta(block.body), scope),
      origin: this.place.origin ?? block,
    }));
  }

  #repeat(body: HclRecord): { scope: Scope; suffix: string; key?: HclValue }[] {
    if (body.count !== undefined) {
      const count = evaluateValue(body.count, this.scope);
      const indexes: readonly HclValue[] =
        typeof count === 'number'
          ? Array.from({ length: Math.min(count, 100) }, (_, index) => index)
          : [UNKNOWN];
      return indexes.map(index => ({
        scope: withNames(this.scope, { count: { index } }),
        suffix: `[${index === UNKNOWN ? '*' : String(index)}]`,
        key: index,
      }));
    }
    if (body.for_each === undefined) return [{ scope: this.scope, suffix: '' }];
    return elementsOf(evaluateValue(body.for_each, this.scope)).map(
      ([key, value]) => ({
        scope: withNames(this.scope, { each: { key, value } }),
        suffix: `[${key === UNKNOWN ? '*' : JSON.stringify(key)}]`,
        key,
      }),
    );
  }

  #resolve(name: string, keys: readonly HclValue[]): HclValue | undefined {
    const [first, ...rest] = keys;
    if (first === undefined) return undefined;
    const key = String(first);
    switch (name) {
      case 'var':
        return rest.reduce(get, this.#variable(key));
      case 'local':
        return rest.reduce(get, this.#local(key));
      case 'module':
        return this.#moduleValue(key, rest);
      case 'path':
        return this.module.folder;
      case 'data':
      case 'terraform':
      case 'each':
      case 'count':
        return UNKNOWN;
      default:
        return this.#resourceValue([name, key], rest);
    }
  }

  #variable(name: string): HclValue {
    const declared = this.#find('variable', name);
    return declared
      ? inputOf(declared, this.place.inputs[name]).value
      : this.place.inputs[name] ?? UNKNOWN;
  }

  #local(name: string): HclValue {
    const known = this.#locals.get(name);
    if (known !== undefined) return known;
    // A ring of locals, which Terraform refuses, ends here.
    this.#locals.set(name, UNKNOWN);
    const block = this.module.blocks.find(
      ({ type, body }) => type === 'locals' && Object.hasOwn(body, name),
    );
    const value = block
      ? evaluateValue(block.body[name] ?? null, this.scope)
      : UNKNOWN;
    this.#locals.set(name, value);
    return value;
  }

  #moduleValue(name: string, keys: readonly HclValue[]): HclValue {
    const call = this.#find('module', name);
    if (!call) return UNKNOWN;
    const children = this.children(call);
    const repeated =
      call.body.count !== undefined || call.body.for_each !== undefined;
    const [output, ...rest] = repeated ? keys.slice(1) : keys;
    const child = repeated
      ? children.find(({ place }) => place.key === keys[0])
      : children[0];
    return child && output !== undefined
      ? rest.reduce(get, child.output(String(output)))
      : UNKNOWN;
  }

  #resourceValue(
    labels: readonly [string, string],
    keys: readonly HclValue[],
  ): HclValue {
    const block = this.#find('resource', ...labels);
    if (!block) return UNKNOWN;
    const repeated =
      block.body.count !== undefined || block.body.for_each !== undefined;
    const [attribute, ...rest] = repeated ? keys.slice(1) : keys;
    const source =
      attribute === undefined ? undefined : block.body[String(attribute)];
    if (source === undefined || repeated) return UNKNOWN;
    const value = evaluateValue(source, this.scope);
    return value === UNKNOWN || rest.length === 0 || isRecord(value)
      ? rest.reduce(get, value)
      : UNKNOWN;
  }

  #find(type: string, ...labels: string[]): Block | undefined {
    return this.module.blocks.find(
      block =>
        block.type === type &&
        labels.every((label, index) => block.labels[index] === label),
    );
  }
}

function withoutMeta(body: HclRecord): HclRecord {
  return Object.fromEntries(
    Object.entries(body).filter(([name]) => !META.has(name)),
  );
}
