import { SerializedFile } from './DryRunClient';
import { PreviewFile } from './PreviewService';

const MAX_BYTES = 256 * 1024;

/** @internal */
export function toPreviewFile(file: SerializedFile): PreviewFile {
  const bytes = Buffer.from(file.base64Content, 'base64');
  const [repository, ...rest] = file.path.replaceAll('\\', '/').split('/');
  // The test that Git makes, https://git-scm.com/docs/gitattributes#_diff: a zero byte near the start.
  const binary = bytes.subarray(0, 8000).includes(0);
  const truncated = bytes.length > MAX_BYTES;
  return {
    repository: rest.length > 0 ? repository : '',
    path: rest.length > 0 ? rest.join('/') : repository,
    size: bytes.length,
    binary,
    content: binary ? '' : bytes.subarray(0, MAX_BYTES).toString('utf8'),
    truncated,
  };
}
