import { z } from 'zod';

/** A value as hcl2json writes it: expressions are strings with `${…}`. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json };

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(json),
    z.record(z.string(), json),
  ]),
);
const body = z.record(z.string(), json);
/** Blocks of one kind with one label, and with two. */
const labelled = z.record(z.string(), z.array(body)).default({});
const twice = z.record(z.string(), labelled).default({});

/** One `.tf` file as https://github.com/tmccombs/hcl2json reads it. */
export const moduleFileSchema = z.object({
  variable: labelled,
  locals: z.array(body).default([]),
  output: labelled,
  module: labelled,
  resource: twice,
  data: twice,
});

export type Body = z.infer<typeof body>;
