import { Expression, ExpressionError } from './Expression';

interface Section {
  readonly test?: Expression;
  /** What stands before `%{ else }`, once that was read. */
  yes?: Expression;
  parts: Expression[];
}

/** Parts of a template, nested by its `%{ if }` directives. Loops are not read. */
export class TemplateSections {
  private readonly open: Section[] = [{ parts: [] }];

  constructor(
    private readonly text: string,
    private readonly parse: (source: string) => Expression,
  ) {}

  add(part: Expression): void {
    this.current().parts.push(part);
  }

  /** @throws ExpressionError for directives other than if, else and endif, and for those out of place. */
  direct(directive: string, at: number): void {
    const section = this.current();
    if (/^if\s/.test(directive)) {
      this.open.push({ test: this.parse(directive.slice(3)), parts: [] });
    } else if (directive === 'else' && section.test && !section.yes) {
      section.yes = joined(section.parts);
      section.parts = [];
    } else if (directive === 'endif' && section.test) {
      this.open.pop();
      const last = joined(section.parts);
      this.add({
        kind: 'conditional',
        test: section.test,
        yes: section.yes ?? last,
        no: section.yes ? last : joined([]),
      });
    } else {
      const message = `Template directive '${directive.slice(
        0,
        20,
      )}' is not read`;
      throw new ExpressionError(message, this.text, at);
    }
  }

  /** @throws ExpressionError when a directive was not closed. */
  end(): Expression {
    if (this.open.length > 1) {
      throw new ExpressionError('%{ endif } is missing', this.text, 0);
    }
    return joined(this.open[0].parts);
  }

  private current(): Section {
    return this.open[this.open.length - 1];
  }
}

function joined(parts: readonly Expression[]): Expression {
  if (parts.length === 0) return { kind: 'literal', value: '' };
  return parts.length === 1 ? parts[0] : { kind: 'template', parts };
}
