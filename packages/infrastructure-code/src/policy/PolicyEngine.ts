import { Environment } from '@marcbachmann/cel-js';
import { hideUnknown, refuseUnknown, UnknownPart } from './hideUnknown';
import {
  PolicyEnvironment,
  PolicyRule,
  PolicySubject,
  Undecided,
  Violation,
} from './PolicyRule';

interface CompiledRule {
  readonly rule: PolicyRule;
  readonly types: ReadonlySet<string>;
  readonly denies: (context: Record<string, unknown>) => unknown;
}

/**
 * Evaluates rules of resources and objects. Knows neither files nor Backstage: the same engine looks at sources and
 * at plans.
 */
export class PolicyEngine {
  private constructor(private readonly rules: readonly CompiledRule[]) {}

  /** @throws Error when a rule is not valid CEL. */
  static create(rules: readonly PolicyRule[]): PolicyEngine {
    const environment = createEnvironment();
    return new PolicyEngine(
      rules.flatMap(rule =>
        rule.deny === undefined
          ? []
          : [
              {
                rule,
                types: new Set([
                  ...(rule.target.resource ?? []),
                  ...(rule.target.kind ?? []),
                ]),
                denies: environment.parse(rule.deny),
              },
            ],
      ),
    );
  }

  /**
   * A rule that asks for a value that only an apply tells, and whose answer depends on it, is undecided.
   *
   * @param subjects - all of one environment: rules look for siblings among them
   * @param judged - those of them that rules are applied to; by default all
   */
  evaluate(
    subjects: readonly PolicySubject[],
    environment: PolicyEnvironment,
    judged: ReadonlySet<PolicySubject> = new Set(subjects),
  ): {
    readonly violations: readonly Violation[];
    readonly undecided: readonly Undecided[];
  } {
    const violations: Violation[] = [];
    const undecided: Undecided[] = [];
    const seen = subjects.map(hideUnknown);
    for (const [index, subject] of subjects.entries()) {
      if (!judged.has(subject)) continue;
      for (const { rule, types, denies } of this.rules) {
        if (!types.has(subject.type)) continue;
        const { address, type, module, values, pod } = seen[index];
        try {
          const denied = denies({
            r: values,
            resource: { address, type, module },
            resources: seen,
            pod: pod ?? {},
            environment,
          });
          if (denied === true) violations.push({ rule, subject });
        } catch (error) {
          const why = error instanceof Error ? error.message : String(error);
          undecided.push({ rule, subject, why });
        }
      }
    }
    return { violations, undecided };
  }
}

/** CEL with what policies need: one or many as a list, the name at the end of an ARN, a field or its default. */
function createEnvironment(): Environment {
  return new Environment({
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  })
    .registerType('unknown', { ctor: UnknownPart })
    .registerOperator('unknown == dyn', refuseUnknown)
    .registerOperator('unknown in list', refuseUnknown)
    .registerVariable('r', 'map')
    .registerVariable('resource', 'map')
    .registerVariable('resources', 'list')
    .registerVariable('pod', 'map')
    .registerVariable('environment', 'map')
    .registerFunction('listOf(dyn): list', value =>
      Array.isArray(value) ? value : [known(value)],
    )
    .registerFunction('arnName(dyn): string', value =>
      String(known(value)).split(':').slice(-1).join(''),
    )
    .registerFunction('field(dyn, string, dyn): dyn', fieldOf);
}

function fieldOf(from: unknown, path: string, fallback: unknown): unknown {
  let value = from;
  for (const key of path.split('.')) {
    known(value);
    if (typeof value !== 'object' || value === null) return fallback;
    value = Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  }
  return known(value) ?? fallback;
}

function known(value: unknown): unknown {
  return value instanceof UnknownPart ? refuseUnknown() : value;
}
