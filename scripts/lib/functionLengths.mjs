import { createRequire } from 'node:module';
import path from 'node:path';
import { rootDir } from './paths.mjs';

const require = createRequire(path.join(rootDir, 'package.json'));

function nameOf(ts, node) {
  const { parent } = node;
  if (node.name) return node.name.getText();
  if (
    parent &&
    (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent))
  ) {
    return parent.name.getText();
  }
  return '(anonymous)';
}

/** Lines of a function without those of the functions inside it: nested ones answer for themselves. */
function measure(ts, file, node, found) {
  const isFunction = ts.isFunctionLike(node) && node.body;
  const sourceFile = file.ast;
  const lineOf = position =>
    sourceFile.getLineAndCharacterOfPosition(position).line + 1;
  let nested = 0;
  ts.forEachChild(node, child => {
    nested += measure(ts, file, child, found);
  });
  if (!isFunction) return nested;
  const first = lineOf(node.getStart());
  const total = lineOf(node.end) - first + 1;
  const name = nameOf(ts, node);
  found.push({ file: file.file, line: first, name, lines: total - nested });
  return Math.max(0, total - 1);
}

/** Functions longer than `limit` lines, longest first. */
export async function longFunctions(files, limit) {
  const ts = require('typescript');
  const found = [];
  for (const { file, text } of files) {
    const ast = ts.createSourceFile(
      file,
      text,
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
    );
    measure(ts, { file, ast }, ast, found);
  }
  return found
    .filter(({ lines }) => lines > limit)
    .sort((a, b) => b.lines - a.lines);
}
