import { gunzipSync } from 'node:zlib';
import Router from 'express-promise-router';
import { z } from 'zod';
import { HostContext } from '../HostContext';
import { ApiError } from '../http/ApiError';
import { findRepository } from '../http/findRepository';
import { parseBody, queryText } from '../http/parseBody';
import { isoTime } from '../json/isoTime';

const uploadSchema = z.object({
  commit_sha: z.string().regex(/^[0-9a-f]{40}$/),
  ref: z.string().regex(/^refs\/(heads|tags|pull)\//),
  sarif: z.string(),
});
const sarifSchema = z.object({
  runs: z.array(
    z.object({
      tool: z.object({
        driver: z.object({
          name: z.string(),
          rules: z
            .array(
              z.object({
                id: z.string(),
                properties: z
                  .object({ 'security-severity': z.string().optional() })
                  .optional(),
              }),
            )
            .default([]),
        }),
      }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z
            .enum(['none', 'note', 'warning', 'error'])
            .default('warning'),
          message: z.object({ text: z.string() }),
          locations: z.array(
            z.object({
              physicalLocation: z.object({
                artifactLocation: z.object({ uri: z.string() }),
                region: z.object({ startLine: z.number() }),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
});
type Run = z.infer<typeof sarifSchema>['runs'][number];

interface Upload {
  readonly ref: string;
  readonly commit: string;
  readonly runs: readonly Run[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** https://docs.github.com/en/rest/code-scanning/code-scanning: off until somebody uploads an analysis. */
export function codeScanningRoutes(host: HostContext) {
  const router = Router();
  const uploads = new Map<string, Upload[]>();
  router.post(
    '/repos/:owner/:repo/code-scanning/sarifs',
    async (request, response) => {
      const { fullName } = findRepository(host, request, 'write');
      const body = parseBody(uploadSchema, request);
      const text = gunzipSync(Buffer.from(body.sarif, 'base64')).toString();
      const { runs } = sarifSchema.parse(JSON.parse(text));
      const known = uploads.get(fullName) ?? [];
      const createdAt = host.clock.now();
      const upload = {
        ref: body.ref,
        commit: body.commit_sha,
        runs,
        createdAt,
      };
      uploads.set(fullName, [...known, upload]);
      const id = `00000000-0000-0000-0000-${String(known.length).padStart(
        12,
        '0',
      )}`;
      const url = `${host.urls.repo(fullName)}/code-scanning/sarifs/${id}`;
      response.status(202).json({ id, url });
    },
  );
  router.get(
    '/repos/:owner/:repo/code-scanning/alerts',
    async (request, response) => {
      const { fullName } = findRepository(host, request);
      const own = uploads.get(fullName);
      if (!own) {
        throw new ApiError(
          403,
          'Code Security must be enabled for this repository to use code scanning.',
        );
      }
      const ref = queryText(request, 'ref');
      const urls = {
        web: host.urls.web(fullName),
        api: host.urls.repo(fullName),
      };
      response.json(
        own
          .filter(upload => ref === undefined || upload.ref === ref)
          .flatMap(upload => upload.runs.flatMap(run => alertsOf(run, upload)))
          .map((alert, at) => alertJson(alert, at + 1, urls)),
      );
    },
  );
  return router;
}

function alertsOf({ tool, results }: Run, { ref, commit, createdAt }: Upload) {
  return results.map(result => ({
    tool: tool.driver.name,
    security: securityOf(tool, result.ruleId),
    result,
    ref,
    commit,
    createdAt,
  }));
}

/** The scores of https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning */
function securityOf(
  { driver }: Run['tool'],
  ruleId: string,
): 'critical' | 'high' | 'medium' | 'low' | null {
  const rule = driver.rules.find(({ id }) => id === ruleId);
  const score = Number(rule?.properties?.['security-severity'] ?? 0);
  if (score <= 0) return null;
  if (score > 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

function ruleJson(
  { ruleId, level }: Run['results'][number],
  security: ReturnType<typeof securityOf>,
) {
  return {
    id: ruleId,
    severity: level,
    security_severity_level: security,
    description: ruleId,
    name: ruleId,
    tags: [],
  };
}

function placeJson({ locations }: Run['results'][number]) {
  const [{ physicalLocation: place }] = locations;
  const line = place.region.startLine;
  return {
    path: place.artifactLocation.uri,
    start_line: line,
    end_line: line,
    start_column: 1,
    end_column: 1,
  };
}

function alertJson(
  {
    tool,
    security,
    result,
    ref,
    commit,
    createdAt,
  }: ReturnType<typeof alertsOf>[number],
  number: number,
  urls: { readonly web: string; readonly api: string },
) {
  const url = `${urls.api}/code-scanning/alerts/${number}`;
  return {
    number,
    state: 'open',
    created_at: isoTime(createdAt),
    url,
    instances_url: `${url}/instances`,
    html_url: `${urls.web}/security/code-scanning/${number}`,
    dismissed_by: null,
    dismissed_at: null,
    dismissed_reason: null,
    rule: ruleJson(result, security),
    tool: { name: tool, guid: null, version: null },
    most_recent_instance: {
      ref,
      state: 'open',
      commit_sha: commit,
      message: { text: result.message.text },
      location: placeJson(result),
      classifications: [],
    },
  };
}
