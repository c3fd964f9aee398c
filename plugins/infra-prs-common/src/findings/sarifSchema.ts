import { z } from 'zod';

const message = z.object({
  text: z.string().optional(),
  id: z.string().optional(),
  arguments: z.array(z.string()).optional(),
});
const properties = z
  .looseObject({
    'security-severity': z.union([z.string(), z.number()]).optional(),
  })
  .optional();
const level = z.enum(['none', 'note', 'warning', 'error']);

const rule = z.object({
  id: z.string(),
  name: z.string().optional(),
  shortDescription: message.optional(),
  fullDescription: message.optional(),
  help: message.optional(),
  helpUri: z.string().optional(),
  messageStrings: z.record(z.string(), message).optional(),
  defaultConfiguration: z.object({ level: level.optional() }).optional(),
  properties,
});
const component = z.object({
  name: z.string().default('A scanner'),
  rules: z.array(rule).optional(),
});

const location = z.object({
  physicalLocation: z
    .object({
      artifactLocation: z
        .object({
          uri: z.string().optional(),
          uriBaseId: z.string().optional(),
        })
        .optional(),
      region: z.object({ startLine: z.int().optional() }).optional(),
    })
    .optional(),
});

const result = z.object({
  ruleId: z.string().optional(),
  ruleIndex: z.int().optional(),
  rule: z
    .object({
      id: z.string().optional(),
      index: z.int().optional(),
      toolComponent: z.object({ index: z.int().optional() }).optional(),
    })
    .optional(),
  kind: z.string().optional(),
  level: level.optional(),
  message,
  locations: z.array(location).optional(),
  suppressions: z.array(z.object({ status: z.string().optional() })).nullish(),
  baselineState: z.string().optional(),
  properties,
});

/** The parts of SARIF that are read, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const sarifSchema = z.object({
  version: z.literal('2.1.0'),
  runs: z.array(
    z.object({
      tool: z.object({
        driver: component,
        extensions: z.array(component).optional(),
      }),
      results: z.array(result).nullish(),
    }),
  ),
});

export type SarifRun = z.infer<typeof sarifSchema>['runs'][number];
export type SarifResult = z.infer<typeof result>;
export type SarifRule = z.infer<typeof rule>;
