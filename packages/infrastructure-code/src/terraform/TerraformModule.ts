import { posix } from 'node:path';
import { Block } from './Block';
import { Diagnostic } from './Diagnostic';

/** One folder of Terraform, read but not evaluated. */
export interface TerraformModule {
  /** From the root of the repository. */
  readonly folder: string;
  readonly blocks: readonly Block[];
  /** Texts next to it that `file()` may read, by path in the repository. */
  readonly texts: ReadonlyMap<string, string>;
  /** Files that could not be parsed. */
  readonly broken: readonly Diagnostic[];
}

/** A module and those that it calls, by folder. */
export type ModuleTree = ReadonlyMap<string, TerraformModule>;

/** Blocks of one type: those labelled as asked, or all. */
export function blocksOfType(
  { blocks }: TerraformModule,
  type: string,
  ...labels: readonly string[]
): readonly Block[] {
  return blocks.filter(
    block =>
      block.type === type &&
      labels.every((label, index) => block.labels[index] === label),
  );
}

/** Folder that a call's `source` names; undefined for a registry or a URL. */
export function calledFolder(
  folder: string,
  source: unknown,
): string | undefined {
  return typeof source === 'string' && /^\.\.?\//.test(source)
    ? posix.join(folder, source)
    : undefined;
}
