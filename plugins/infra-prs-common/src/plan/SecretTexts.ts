import { TerraformPlan } from './terraformPlan';

/** Shorter texts are words that stand in many places for other reasons. */
const MIN_EQUAL = 4;
const MIN_WITHIN = 8;
/** Enough for any plan of people; more would only make work. */
const MAX_SECRETS = 500;

/**
 * Texts that a plan marks as sensitive anywhere. Providers copy arguments into other attributes without the mark, for
 * example `output` of `terraform_data`; there they are as secret.
 */
export class SecretTexts {
  static readonly none = new SecretTexts(new Set());

  readonly #texts: ReadonlySet<string>;
  readonly #long: readonly string[];

  private constructor(texts: ReadonlySet<string>) {
    this.#texts = texts;
    this.#long = [...texts].filter(({ length }) => length >= MIN_WITHIN);
  }

  static of(plan: TerraformPlan): SecretTexts {
    const texts = new Set<string>();
    const resources = [
      ...(plan.resource_changes ?? []),
      ...(plan.resource_drift ?? []),
    ];
    for (const { change } of resources) {
      collect(change.before, change.before_sensitive, texts);
      collect(change.after, change.after_sensitive, texts);
    }
    return new SecretTexts(texts);
  }

  /** Whether a text is, or holds, one of them. */
  has(text: string): boolean {
    return (
      this.#texts.has(text) || this.#long.some(secret => text.includes(secret))
    );
  }
}

/** Without recursion: what is sensitive may be nested as deep as somebody likes. */
function collect(value: unknown, marks: unknown, texts: Set<string>): void {
  const open: Array<readonly [value: unknown, marks: unknown]> = [
    [value, marks],
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const [part, mark] = next;
    if (texts.size >= MAX_SECRETS || !mark) continue;
    if (typeof part === 'string') {
      if (mark === true && part.length >= MIN_EQUAL) texts.add(part);
    } else if (typeof part === 'object' && part !== null) {
      const own = new Map(Object.entries(Object(mark)));
      for (const [key, inner] of Object.entries(part)) {
        open.push([inner, mark === true || own.get(key)]);
      }
    }
  }
}
