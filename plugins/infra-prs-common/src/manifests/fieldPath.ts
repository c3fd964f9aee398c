/** A field below a place: `spec.replicas`, `metadata.labels["app.kubernetes.io/name"]`. */
export function fieldPath(above: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${above}[${JSON.stringify(key)}]`;
  return above === '' ? key : `${above}.${key}`;
}
