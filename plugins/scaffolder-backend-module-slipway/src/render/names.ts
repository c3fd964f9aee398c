import { pascalName, snakeName, variableName } from '@slipway/platform-common';
import { NameModel } from './RenderModel';

// https://docs.oracle.com/javase/specs/jls/se21/html/jls-3.html#jls-3.9, the words of three letters and more.
const JAVA_WORDS = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default double else enum ' +
    'extends false final finally float for goto implements import instanceof int interface long native new ' +
    'null package private protected public return short static strictfp super switch synchronized this throw ' +
    'throws transient true try void volatile while'
  ).split(' '),
);

/** @internal */
export function nameModel(name: string): NameModel {
  const javaPackage = name.replaceAll('-', '');
  return {
    kebab: name,
    snake: snakeName(name),
    pascal: pascalName(name),
    variable: variableName(name),
    javaPackage: JAVA_WORDS.has(javaPackage)
      ? `${javaPackage}service`
      : javaPackage,
  };
}
