import { JsonObject } from './JsonValue';

/** An object as a build makes it, with the place that it first stands in. */
export interface BuiltObject {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly value: JsonObject;
  /** The name that it was generated with, before a hash of its content was added. */
  readonly generatedAs?: string;
}
