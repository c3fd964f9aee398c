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
  readonly #values = new Map<string, HclValue>();
  readonly #children = new Map<Block, readonly ModuleInstance[]>();

  constructor(
    private readonly tree: ModuleTree,
    readonly module: TerraformModule,
    private readonly place: {
      /** `module.queue_orders.`, empty for the root. */
      readonly prefix: string;
      /** Arguments of the call, and what names stand for in them. */
      readonly inputs: HclRecord;
      readonly caller?: Scope;
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
    return this.#once(`output.${name}`, () => {
      const block = this.#find('output', name);
      return block
        ? evaluateValue(block.body.value ?? null, this.scope)
        : UNKNOWN;
    });
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

  /** Whether the module of a call is at hand. */
  hasModule(call: Block): boolean {
    const folder = calledFolder(this.module.folder, call.body.source);
    return folder !== undefined && !!this.tree.get(folder)?.blocks.length;
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
          inputs: withoutMeta(call.body),
          caller: scope,
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

  /** Inputs are evaluated one by one: calls may need each other's outputs without needing each other. */
  #variable(name: string): HclValue {
    return this.#once(`var.${name}`, () => {
      const { inputs, caller } = this.place;
      const source = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
      const given =
        source === undefined || !caller
          ? undefined
          : evaluateValue(source, caller);
      const declared = this.#find('variable', name);
      if (!declared) return given === undefined ? UNKNOWN : given;
      // What a root is given is not in its files.
      if (!caller && declared.body.default === undefined) return UNKNOWN;
      return inputOf(declared, given).value;
    });
  }

  #local(name: string): HclValue {
    return this.#once(`local.${name}`, () => {
      const block = this.module.blocks.find(
        ({ type, body }) => type === 'locals' && Object.hasOwn(body, name),
      );
      return block
        ? evaluateValue(block.body[name] ?? null, this.scope)
        : UNKNOWN;
    });
  }

  /** Keeps a value; one that needs itself, which Terraform refuses, is unknown. */
  #once(key: string, evaluate: () => HclValue): HclValue {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    this.#values.set(key, UNKNOWN);
    const value = evaluate();
    this.#values.set(key, value);
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
    const value = this.#once(`${labels.join('.')}.${String(attribute)}`, () =>
      evaluateValue(source, this.scope),
    );
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
