import { PreviewFile } from '../api/previewSchemas';

export type FileStatus = NonNullable<PreviewFile['status']>;

interface StatusLook {
  /** Letter as Git writes it. */
  readonly mark: string;
  /** What it means, in words. */
  readonly words: string;
  readonly color: 'success' | 'warning' | undefined;
}

const LOOKS: Readonly<Record<FileStatus, StatusLook>> = {
  added: { mark: 'A', words: 'new', color: 'success' },
  'new-repository': {
    mark: 'A',
    words: 'new, in a new repository',
    color: 'success',
  },
  changed: { mark: 'M', words: 'changed', color: 'warning' },
  unchanged: { mark: '=', words: 'unchanged', color: undefined },
};

/** How the status of a file is shown; undefined when it is not known. */
export function statusLook(
  status: FileStatus | undefined,
): StatusLook | undefined {
  return status && LOOKS[status];
}

/** Whether a run would do anything to the file. */
export function isChange({ status }: PreviewFile): boolean {
  return status !== 'unchanged';
}
