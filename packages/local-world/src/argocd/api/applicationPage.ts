import { ManagedApplication } from '../application/ManagedApplication';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => ESCAPES[char]);
}

const row = (cells: readonly string[]) =>
  `<tr>${cells.map(cell => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;

/** What the portal's links to Argo CD lead to: a plain page, readable without signing in. */
export function applicationPage(
  instance: string,
  application: ManagedApplication,
): string {
  const { name, sync, health, revision, operationState } = application;
  const resources = application.resources.map(({ status }) =>
    row([status.kind, status.name, status.status, status.health?.status ?? '']),
  );
  const history = [...application.history]
    .reverse()
    .map(entry =>
      row([String(entry.id), entry.revision.slice(0, 7), entry.deployedAt]),
    );
  const problems = application.conditions.map(
    ({ type, message }) => `<p>${escapeHtml(`${type}: ${message}`)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">
<title>${escapeHtml(name)} in ${escapeHtml(instance)}</title>
<style>body{font-family:system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}td,th{padding:.2rem 1rem .2rem 0;text-align:left}</style></head>
<body><p>Embedded Argo CD, simulated</p><h1>${escapeHtml(name)}</h1>
<p>${sync}, ${health}, at <code>${escapeHtml(revision)}</code></p>
<p>${escapeHtml(operationState?.message ?? '')}</p>${problems.join('')}
<h2>Resources</h2><table><tr><th>Kind<th>Name<th>Sync<th>Health</tr>${resources.join(
    '',
  )}</table>
<h2>History</h2><table><tr><th>Id<th>Revision<th>Deployed</tr>${history.join(
    '',
  )}</table></body></html>`;
}
