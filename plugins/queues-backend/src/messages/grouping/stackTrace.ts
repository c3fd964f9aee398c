import { Cause } from './Cause';
import { normalise } from './normalise';
import { titleOf } from './titleOf';

/** Lines that are looked at; the top of a stack is what tells. */
const MAX_LINES = 200;

/** Frames of Java, JavaScript, .NET and Go: `at a.b.C.d(C.java:12)`, `at f (/app/x.js:1:2)`, `main.handle(0x1)`. */
const FRAME = /^\s{1,40}at\s+(.{1,300})$/;
const PYTHON_FRAME = /^\s{1,20}File "([^"]{1,300})", line \d+, in (.{1,100})$/;
const GO_FRAME = /^([\w./*()-]{1,200}\.[\w.*()]{1,100})\(.{0,200}\)$/;
const TYPE_LINE =
  /^(?:Exception in thread "[^"]{0,100}" |Uncaught |Unhandled exception\. )?((?:[\w$]{1,80}\.){0,20}[A-Z][\w$]{0,80}(?:Exception|Error|Fault|Failure|Timeout|Interrupt))(?::\s?(.{0,500}))?$/;

function lines(text: string): string[] {
  return text.slice(0, 40_000).split(/\r?\n/).slice(0, MAX_LINES);
}

/** The frame at the top, without line numbers and addresses, or undefined. Of Python's stacks that is the last one. */
export function topFrame(stack: string): string | undefined {
  const all = lines(stack);
  const python = all.map(line => PYTHON_FRAME.exec(line)).filter(Boolean);
  const last = python[python.length - 1];
  if (last) return `${last[2]} in ${lastPart(last[1])}`;
  for (const line of all) {
    const frame = FRAME.exec(line) ?? GO_FRAME.exec(line);
    if (frame) return withoutPosition(frame[1]);
  }
  return undefined;
}

/** An exception that is written out in text, with its stack or without. */
export function causeByStack(text: string): Cause | undefined {
  const all = lines(text);
  if (all[0]?.startsWith('panic: ')) {
    const title = normalise(all[0]);
    return { by: 'exception', title, location: topFrame(text) };
  }
  const python = all.some(line => PYTHON_FRAME.test(line));
  const candidates = python ? [...all].reverse() : all;
  for (const line of candidates) {
    const match = TYPE_LINE.exec(line.trim());
    if (match) {
      const title = titleOf(match[1], match[2]);
      return { by: 'exception', title, location: topFrame(text) };
    }
  }
  return undefined;
}

function lastPart(path: string): string {
  return path.slice(
    Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1,
  );
}

/** `f (/app/lib/x.js:10:2)` becomes `f (x.js)`. */
function withoutPosition(frame: string): string {
  return frame
    .replace(/:\d+(?::\d+)?(?=\)|$)/g, '')
    .replace(/\(([^()]{0,300})\)/, (_, path: string) => `(${lastPart(path)})`)
    .replace(/0x[0-9a-f]+/gi, '…')
    .slice(0, 160);
}
