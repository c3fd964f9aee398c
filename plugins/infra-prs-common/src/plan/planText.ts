import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { PlanReport, planReportSchema } from './planReport';

const FENCE = '```json slipway-plan';
const PACKED_FENCE = '```text slipway-plan-gzip';

/** Larger reports are refused; those of 2,000 resources with all differences take some 4 MB. */
const MAX_UNPACKED = 32 * 1024 * 1024;

/** Writes a plan report as check-run text. @public */
export function formatPlanReport(report: PlanReport): string {
  return `${FENCE}\n${JSON.stringify(report)}\n\`\`\`\n`;
}

/** Writes a plan report as check-run text, packed: about a tenth as long. @public */
export function packPlanReport(report: PlanReport): string {
  const packed = gzipSync(strToU8(JSON.stringify(report)), { mtime: 0 });
  return `${PACKED_FENCE}\n${toBase64(packed)}\n\`\`\`\n`;
}

/**
 * Reads a plan report out of check-run text.
 *
 * @returns undefined when the text holds no plan block.
 * @throws Error when the block is there but is cut or malformed.
 * @public
 */
export function parsePlanReport(text: string): PlanReport | undefined {
  const plain = blockOf(text, FENCE);
  if (plain !== undefined) return planReportSchema.parse(JSON.parse(plain));
  const packed = blockOf(text, PACKED_FENCE);
  if (packed === undefined) return undefined;
  return planReportSchema.parse(JSON.parse(unpack(packed)));
}

function blockOf(text: string, fence: string): string | undefined {
  const start = text.indexOf(`${fence}\n`);
  if (start < 0) return undefined;
  const from = start + fence.length + 1;
  const end = text.indexOf('\n```', from);
  if (end < 0) throw new Error('The plan in the check run is cut off');
  return text.slice(from, end);
}

/** @throws Error for what is no gzip, or unpacks to more than a report can be. */
function unpack(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0));
  // The size stands at the end, and a liar's text does not fit into the room it asked for.
  const size = new DataView(bytes.buffer).getUint32(bytes.length - 4, true);
  if (size > MAX_UNPACKED) {
    throw new Error('The plan in the check run is too large');
  }
  return strFromU8(gunzipSync(bytes, { out: new Uint8Array(size) }));
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}
