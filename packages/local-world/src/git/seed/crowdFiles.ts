import { CrowdFile } from './crowdCommits';

/** How much a change adds: so many lines, spread evenly over so many files. */
export interface CrowdDiff {
  readonly files: number;
  readonly lines: number;
}

/** The files that a change adds, below one folder. */
export function crowdFiles(
  number: number,
  { files, lines }: CrowdDiff,
): CrowdFile[] {
  const folder = 'terraform/live/dev/services/crowd';
  return Array.from({ length: files }, (_, index) => {
    const name = index === 0 ? `change-${number}` : `change-${number}-${index}`;
    const rest = Math.max(1, Math.floor(lines / files)) - 1;
    const text = Array.from(
      { length: rest },
      (_line, at) => `locals { line_${at} = "${number}-${index}-${at}" }\n`,
    );
    return {
      path: `${folder}/${name}.tf`,
      text: [`# change ${number}\n`, ...text].join(''),
    };
  });
}
