import { ValueObject } from '../hcl/Value';

/** One file of Terraform: its text, and what it says, with expressions as text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly content: ValueObject;
}

/** One block: `resource "aws_sqs_queue" "this" { … }`. */
export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: ValueObject;
  readonly file: SourceFile;
}

/**
 * Line of a block's head, or of an attribute of its own, from 1. `hcl2json` keeps no places, so this reads the text:
 * formatted HCL has each head and each attribute on a line of its own.
 */
export function lineOf(block: Block, attribute?: string): number | undefined {
  const lines = block.file.text.split('\n');
  const head = [block.type, ...block.labels.map(label => `"${label}"`)].join(
    ' ',
  );
  const start = lines.findIndex(line => {
    const words = line.trim().replace(/\s+/g, ' ');
    return words.startsWith(`${head} {`) || words === `${head}{`;
  });
  if (start < 0) return undefined;
  if (attribute === undefined) return start + 1;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex(line => line.startsWith('}'));
  const inside = rest
    .slice(0, end < 0 ? undefined : end)
    .findIndex(line => line.trim().split(/[\s={]/)[0] === attribute);
  return start + (inside < 0 ? 1 : inside + 2);
}
