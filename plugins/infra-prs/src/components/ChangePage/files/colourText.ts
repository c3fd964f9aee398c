import refractor, { RefractorNode } from 'refractor/core';
import bash from 'refractor/lang/bash';
import docker from 'refractor/lang/docker';
import go from 'refractor/lang/go';
import hcl from 'refractor/lang/hcl';
import java from 'refractor/lang/java';
import json from 'refractor/lang/json';
import markdown from 'refractor/lang/markdown';
import typescript from 'refractor/lang/typescript';
import yaml from 'refractor/lang/yaml';
import { DiffLanguage } from './languageOf';

[bash, docker, go, hcl, java, json, markdown, typescript, yaml].forEach(
  syntax => refractor.register(syntax),
);

/** A piece of a line and what it is: `string`, `keyword`. */
export interface Token {
  readonly text: string;
  readonly kind?: string;
}

function flatten(
  nodes: readonly RefractorNode[],
  kind: string | undefined,
  add: (token: Token) => void,
): void {
  for (const node of nodes) {
    if (node.type === 'text') add({ text: node.value ?? '', kind });
    else {
      const [, own] = node.properties?.className ?? [];
      flatten(node.children ?? [], own ?? kind, add);
    }
  }
}

/** Takes text apart into tokens, line by line. */
export function colourText(text: string, language: DiffLanguage): Token[][] {
  const lines: Token[][] = [[]];
  flatten(refractor.highlight(text, language), undefined, token => {
    const [first, ...rest] = token.text.split('\n');
    if (first) lines.at(-1)?.push({ ...token, text: first });
    for (const part of rest) {
      lines.push(part ? [{ ...token, text: part }] : []);
    }
  });
  return lines;
}
