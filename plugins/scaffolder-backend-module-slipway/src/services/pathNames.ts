/** What kinds of golden path there are. */
export const pathNames = ['new-service', 'static-site', 'add-queue'] as const;
export type PathName = (typeof pathNames)[number];
