/** `prod-orders-dlq-20260102T101500Z.ndjson`, safe as the name of a file. */
export function exportFileName(
  queue: { readonly environment: string; readonly queue: string },
  what: string,
  now: Date = new Date(),
): string {
  const time = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const name = `${queue.environment}-${queue.queue}-${what}-${time}`;
  return `${name.replace(/[^\w.-]/g, '_')}.ndjson`;
}
