import { z } from 'zod';
import { annotationSchema, CheckRun } from '../records/checkSchema';
import { HostUrls } from './HostUrls';

/** https://docs.github.com/en/rest/checks/runs#list-check-run-annotations */
export function annotationJson(
  urls: HostUrls,
  fullName: string,
  check: CheckRun,
  annotation: z.infer<typeof annotationSchema>,
) {
  const file = HostUrls.path(annotation.path);
  return {
    ...annotation,
    start_column: null,
    end_column: null,
    title: annotation.title ?? null,
    raw_details: null,
    blob_href: `${urls.web(fullName)}/blob/${check.headSha}/${file}`,
  };
}
