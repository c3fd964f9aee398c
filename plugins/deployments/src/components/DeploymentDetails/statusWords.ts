/** Words for what a platform says in capitals: `IN_PROGRESS` becomes `In progress`; all else stays. */
export function statusWords(status: string | undefined): string | undefined {
  if (!status || !/^[A-Z_]+$/.test(status)) {
    return status;
  }
  const words = status.toLowerCase().replace(/_/g, ' ');
  return words[0].toUpperCase() + words.slice(1);
}
