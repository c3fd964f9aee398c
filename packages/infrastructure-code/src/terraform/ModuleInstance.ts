import { posix } from 'node:path';
import { Scope } from '../hcl/Scope';
import { EvaluationError, Unknown, Value, ValueObject } from '../hcl/Value';
import { Block } from './Block';
import { attempt, evaluateBody, evaluateValue } from './evaluateBody';
import { expandBlock, Instances } from './expandBlock';
import { inputOf, isRequired } from './inputOf';
import { resourceReference } from './resourceReference';
import {
  blocksOfType,
  calledFolder,
  ModuleTree,
  TerraformModule,
} from './TerraformModule';
import { withoutMeta } from './withoutMeta';

/** A resource as it will be made, as far as the source tells. */
export interface PlannedResource {
  /** `module.queue_orders.aws_sqs_queue.this[0]` */
  readonly address: string;
  readonly type: string;
  /** The provider's arguments; those that are null are left out. */
  readonly values: ValueObject;
  /** Its own block, in whatever module. */
  readonly block: Block;
  /** Where in the root it comes from: its own block, or the call of the module that holds it. */
  readonly origin: Block;
}

interface Place {
  /** `''` for the root, else `module.orders`. */
  readonly address: string;
  readonly strict: boolean;
  /** Value of an argument of the call; undefined for one that it does not give. */
  readonly input: (name: string) => Value | undefined;
  /** Block of the root that leads here. */
  readonly origin?: Block;
  readonly depth: number;
}

const MAX_DEPTH = 8;

/** A module with its inputs; names are evaluated when they are asked for, so their order does not matter. */
export class ModuleInstance {
  readonly scope: Scope;
  readonly address: string;
  readonly #known = new Map<string, Value>();
  readonly #pending = new Set<string>();
  readonly #calls = new Map<Block, Instances<ModuleInstance>>();

  private constructor(
    private readonly tree: ModuleTree,
    readonly module: TerraformModule,
    private readonly place: Place,
  ) {
    this.address = place.address;
    const names = new Map<string, Value>();
    this.scope = {
      strict: place.strict,
      readFile: path => module.texts.get(posix.normalize(path)),
      resolve: name => {
        const known = names.get(name);
        if (known !== undefined) return known;
        const value = this.#resolve(name);
        names.set(name, value);
        return value;
      },
    };
  }

  /**
   * The folder itself, as `terraform plan` would see it.
   *
   * @param options - strict: what Terraform would refuse is an error; otherwise it is unknown
   */
  static root(
    tree: ModuleTree,
    folder: string,
    options: { readonly strict: boolean },
  ): ModuleInstance | undefined {
    const module = tree.get(folder);
    const place = { ...options, address: '', depth: 0, input: () => undefined };
    return module && new ModuleInstance(tree, module, place);
  }

  /** Its resources and those of the modules that it calls. */
  resources(): PlannedResource[] {
    return this.module.blocks.flatMap(block => {
      if (block.type === 'resource') return this.planned(block);
      return block.type === 'module'
        ? this.children(block).flatMap(child => child.resources())
        : [];
    });
  }

  /** What one block of a resource makes. */
  planned(block: Block): readonly PlannedResource[] {
    const [type = '', name = ''] = block.labels;
    return expandBlock(block.body, this.scope, (suffix, scope) => ({
      address: this.path(`${type}.${name}${suffix}`),
      type,
      values: evaluateBody(withoutMeta(block.body), scope),
      block,
      origin: this.place.origin ?? block,
    })).items;
  }

  /** Whether the module of a call is at hand. */
  hasModule(call: Block): boolean {
    return this.#called(call) !== undefined;
  }

  /** One instance for each repetition of a call; none when its source is not at hand. */
  children(call: Block): readonly ModuleInstance[] {
    return this.#call(call).items;
  }

  path(name: string): string {
    return this.address ? `${this.address}.${name}` : name;
  }

  /** An object whose parts are evaluated at first use. */
  lazily(
    kind: string,
    keys: readonly string[],
    read: (key: string) => Value,
  ): ValueObject {
    const object: Record<string, Value> = {};
    for (const key of keys) {
      Object.defineProperty(object, key, {
        enumerable: true,
        get: () => this.#once(`${kind}.${key}`, () => read(key)),
      });
    }
    return object;
  }

  #resolve(name: string): Value {
    switch (name) {
      case 'var':
        return this.#labelled('variable', block => this.#variable(block));
      case 'local':
        return this.#locals();
      case 'module':
        return this.#labelled('module', block =>
          this.#call(block).reference(child => child.#outputs()),
        );
      case 'path':
        return { module: this.module.folder, root: '.', cwd: '.' };
      case 'data':
      case 'terraform':
        return Unknown.value;
      default:
        return resourceReference(this, name);
    }
  }

  #outputs(): Value {
    return this.#labelled('output', ({ body }) =>
      evaluateValue(body.value ?? null, this.scope),
    );
  }

  #labelled(type: string, read: (block: Block) => Value): Value {
    const blocks = new Map(
      blocksOfType(this.module, type).map(block => [
        block.labels[0] ?? '',
        block,
      ]),
    );
    return this.lazily(type, [...blocks.keys()], name => {
      const block = blocks.get(name);
      return block ? read(block) : Unknown.value;
    });
  }

  #locals(): Value {
    const bodies = blocksOfType(this.module, 'locals').map(({ body }) => body);
    const all: ValueObject = Object.assign({}, ...bodies);
    return this.lazily('local', Object.keys(all), name =>
      evaluateValue(all[name], this.scope),
    );
  }

  /** Inputs are evaluated one by one: calls may need each other's outputs without needing each other. */
  #variable(block: Block): Value {
    const [name = ''] = block.labels;
    const given = this.place.input(name);
    if (given === undefined && isRequired(block)) {
      const where = this.address || 'the root module';
      throw new EvaluationError(
        `Missing required argument: "${name}" has no value in ${where}`,
      );
    }
    const { value, problems } = inputOf(block, given);
    const [problem] = problems;
    if (!problem) return value;
    const what = problem.wanted
      ? `${problem.wanted} required`
      : `attribute "${problem.path}" is required`;
    throw new EvaluationError(
      `Invalid value for input variable "${name}": ${what}`,
    );
  }

  #called(call: Block): TerraformModule | undefined {
    const folder = calledFolder(this.module.folder, call.body.source);
    const module = folder === undefined ? undefined : this.tree.get(folder);
    return module && module.blocks.length > 0 ? module : undefined;
  }

  #call(call: Block): Instances<ModuleInstance> {
    const known = this.#calls.get(call);
    if (known) return known;
    const { strict, depth } = this.place;
    const { body } = call;
    const module = depth < MAX_DEPTH ? this.#called(call) : undefined;
    const at = this.path(`module.${call.labels[0]}`);
    const made = expandBlock(body, this.scope, (suffix, scope) => {
      if (!module) return undefined;
      return new ModuleInstance(this.tree, module, {
        address: `${at}${suffix}`,
        strict,
        input: name =>
          Object.hasOwn(body, name)
            ? evaluateValue(body[name], scope)
            : undefined,
        origin: this.place.origin ?? call,
        depth: depth + 1,
      });
    });
    this.#calls.set(call, made);
    return made;
  }

  /** Keeps a value. One that needs itself is refused, as Terraform does. */
  #once(name: string, read: () => Value): Value {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#pending.has(name)) {
      throw new EvaluationError(`Cycle: ${this.path(name)} refers to itself`);
    }
    this.#pending.add(name);
    try {
      const value = attempt<Value>(this.scope, read, Unknown.value);
      this.#known.set(name, value);
      return value;
    } finally {
      this.#pending.delete(name);
    }
  }
}
