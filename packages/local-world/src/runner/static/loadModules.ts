import { parse } from '@cdktn/hcl2json';
import path from 'node:path';
import { ConfigurationError, Diagnostic } from './ConfigurationError';
import { Body, moduleFileSchema } from './moduleSchema';
import { ModuleSource, ResourceSource } from './ModuleSource';

export type Files = ReadonlyMap<string, Buffer>;

/** `.tf` files directly in a folder, in the order of their names. */
export function terraformFiles(files: Files, folder: string): string[] {
  return [...files.keys()]
    .filter(file => path.posix.dirname(file) === folder && file.endsWith('.tf'))
    .sort();
}

/** hcl2json says `parse config: [main.tf:2,7-3,1: Invalid expression; Expected the start of …]`. */
function parseError(file: string, error: unknown): ConfigurationError {
  const message = error instanceof Error ? error.message : String(error);
  const match = /:(\d+),\d+[^:]*: ([^;\]]+)(?:; ([^\]]*))?/s.exec(message);
  const diagnostic: Diagnostic = match
    ? { file, line: Number(match[1]), summary: match[2], detail: match[3] }
    : { file, summary: 'The file cannot be read', detail: message };
  return new ConfigurationError([diagnostic]);
}

// The same modules are read for every root, and roots hardly change between two plans.
const parsedTexts = new Map<string, unknown>();

async function parseText(file: string, text: string): Promise<unknown> {
  const known = parsedTexts.get(text);
  if (known !== undefined) return known;
  try {
    const parsed: unknown = await parse(file, text);
    if (parsedTexts.size > 2_000) parsedTexts.clear();
    parsedTexts.set(text, parsed);
    return parsed;
  } catch (error) {
    throw parseError(file, error);
  }
}

async function readFile(files: Files, file: string) {
  const parsed = await parseText(file, String(files.get(file) ?? ''));
  const result = moduleFileSchema.safeParse(parsed);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigurationError([
    { file, summary: `Unexpected form of ${issue.path.join('.')}` },
  ]);
}

async function loadModule(files: Files, folder: string): Promise<ModuleSource> {
  const names = terraformFiles(files, folder);
  const variables = new Map<string, Body>();
  const outputs = new Map<string, Body>();
  const modules = new Map<string, Body>();
  const resources: ResourceSource[] = [];
  const locals: Body = {};
  for (const file of names) {
    const content = await readFile(files, file);
    const add = (
      into: Map<string, Body>,
      blocks: Readonly<Record<string, Body[]>>,
      kind: string,
    ) => {
      for (const [name, [body]] of Object.entries(blocks)) {
        if (into.has(name) || blocks[name].length > 1) {
          const summary = `Duplicate ${kind} "${name}"`;
          throw new ConfigurationError([{ file, summary }]);
        }
        into.set(name, body);
      }
    };
    add(variables, content.variable, 'variable');
    add(outputs, content.output, 'output');
    add(modules, content.module, 'module');
    Object.assign(locals, ...content.locals);
    for (const [type, byName] of Object.entries(content.resource)) {
      for (const [name, [body]] of Object.entries(byName)) {
        resources.push({ type, name, body, file });
      }
    }
  }
  const texts = siblingTexts(files, folder);
  return { folder, variables, locals, outputs, modules, resources, texts };
}

/** Files beside those of a module, such as `facts.json`: what its expressions can read or look for. */
function siblingTexts(files: Files, folder: string): Record<string, string> {
  const beside = [...files].filter(
    ([file]) => path.posix.dirname(file) === folder,
  );
  return Object.fromEntries(beside.map(([file, text]) => [file, String(text)]));
}

/** Folder of a module call with a relative source; undefined for one from elsewhere. */
export function calledFolder(folder: string, call: Body): string | undefined {
  const { source } = call;
  if (typeof source !== 'string' || !/^\.\.?\//.test(source)) return undefined;
  return path.posix.normalize(path.posix.join(folder, source));
}

/** Reads a root and all modules it calls, by folder. */
export async function loadModules(
  files: Files,
  root: string,
): Promise<ReadonlyMap<string, ModuleSource>> {
  const loaded = new Map<string, ModuleSource>();
  const open = [root];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    if (loaded.has(folder)) continue;
    const source = await loadModule(files, folder);
    loaded.set(folder, source);
    for (const [name, call] of source.modules) {
      const called = calledFolder(folder, call);
      if (called && terraformFiles(files, called).length === 0) {
        const summary = `Unreadable module: module "${name}" has no files in ${called}`;
        throw new ConfigurationError([{ file: folder, summary }]);
      }
      if (called) open.push(called);
    }
  }
  return loaded;
}
