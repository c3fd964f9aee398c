import { Scope } from '../hcl/evaluate';
import { FILES } from '../hcl/fileFunctions';
import { EvaluationError, Unknown, Value } from '../hcl/Value';
import { convertType } from './convertType';
import { evaluateJson } from './evaluateJson';
import { expand, Instance } from './expand';
import { calledFolder } from './loadModules';
import { isArray } from './evaluateJson';
import { Body, Json } from './moduleSchema';
import { ModuleSource } from './ModuleSource';
import { resourceReference } from './resourceReference';

/** One module with its inputs; names are evaluated when they are asked for, so their order does not matter. */
export class ModuleInstance {
  private readonly known = new Map<string, Value>();
  private readonly pending = new Set<string>();
  private readonly children = new Map<string, Instance<ModuleInstance>>();

  constructor(
    readonly source: ModuleSource,
    /** `''` for the root, else `module.orders`. */
    readonly address: string,
    private readonly inputs: (name: string) => Value | undefined,
    private readonly sources: ReadonlyMap<string, ModuleSource>,
  ) {}

  /** Looks up the first name of a reference in this module. */
  readonly scope: Scope = name => {
    switch (name) {
      case 'var':
        return this.lazily('var', [...this.source.variables.keys()], key =>
          this.variable(key),
        );
      case 'local':
        return this.lazily('local', Object.keys(this.source.locals), key =>
          evaluateJson(this.source.locals[key], this.scope),
        );
      case 'module':
        return this.lazily('module', [...this.source.modules.keys()], key =>
          this.call(key).reference(child => child.outputs()),
        );
      case 'path':
        return { module: this.source.folder, root: '.', cwd: '.' };
      case FILES:
        return this.source.texts;
      case 'data':
      case 'terraform':
        return Unknown.value;
      default:
        return resourceReference(this, name);
    }
  };

  /** The modules that a module block makes. */
  call(name: string): Instance<ModuleInstance> {
    const made = this.children.get(name);
    if (made) return made;
    const body = this.source.modules.get(name) ?? {};
    const folder = calledFolder(this.source.folder, body);
    const source = folder ? this.sources.get(folder) : undefined;
    const at = this.path(`module.${name}`);
    const instance = expand(body, this.scope, (suffix, scope) => {
      if (!source) return undefined;
      const inputs = (key: string) =>
        Object.hasOwn(body, key) ? evaluateJson(body[key], scope) : undefined;
      return new ModuleInstance(source, `${at}${suffix}`, inputs, this.sources);
    });
    this.children.set(name, instance);
    return instance;
  }

  path(name: string): string {
    return this.address ? `${this.address}.${name}` : name;
  }

  outputs(): Value {
    return this.lazily('output', [...this.source.outputs.keys()], key =>
      evaluateJson(this.source.outputs.get(key)?.value ?? null, this.scope),
    );
  }

  /** An object whose parts are evaluated at first use. */
  lazily(
    kind: string,
    keys: readonly string[],
    read: (key: string) => Value,
  ): Value {
    const object: Record<string, Value> = {};
    for (const key of keys) {
      Object.defineProperty(object, key, {
        enumerable: true,
        get: () => this.once(`${kind}.${key}`, () => read(key)),
      });
    }
    return object;
  }

  private once(name: string, read: () => Value): Value {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.pending.has(name)) {
      throw new EvaluationError(`Cycle: ${this.path(name)} refers to itself`);
    }
    this.pending.add(name);
    try {
      const value = read();
      this.known.set(name, value);
      return value;
    } finally {
      this.pending.delete(name);
    }
  }

  private variable(name: string): Value {
    const body: Body = this.source.variables.get(name) ?? {};
    const given = this.inputs(name);
    if (given === undefined && !Object.hasOwn(body, 'default')) {
      throw new EvaluationError(
        `Missing required argument: "${name}" has no value in ${
          this.address || 'the root module'
        }`,
      );
    }
    const standard = () => evaluateJson(body.default ?? null, this.scope);
    return convertType(body.type, given ?? standard(), name);
  }

  /** @throws EvaluationError with the message of the first validation rule that is not met. */
  checkVariables(): void {
    for (const [name, body] of this.source.variables) {
      const value = this.once(`var.${name}`, () => this.variable(name));
      const rules: Json = body.validation ?? [];
      for (const rule of isArray(rules) ? rules : []) {
        this.checkRule(name, value, rule);
      }
    }
  }

  private checkRule(name: string, value: Value, rule: Json): void {
    if (rule === null || typeof rule !== 'object' || isArray(rule)) return;
    if (value instanceof Unknown) return;
    const { condition = true, error_message: message = '' } = rule;
    const met = evaluateJson(condition, this.scope);
    if (met === false || met === 'false') {
      const text = evaluateJson(message, this.scope);
      throw new EvaluationError(
        `Invalid value for variable "${name}": ${String(text)}`,
      );
    }
  }
}
