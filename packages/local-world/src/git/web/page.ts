/** Makes text safe inside HTML elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => `&#${char.codePointAt(0)};`);
}

const style = `:root{color-scheme:light dark}
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem}
header{padding:.5rem .75rem;border:1px solid;border-radius:6px;margin-bottom:1rem}
pre{overflow:auto;padding:.75rem;border:1px solid GrayText;border-radius:6px;font-size:.85rem}
.people{display:grid;gap:.75rem;max-width:30rem}
.people button{display:block;text-align:left;padding:.75rem 1rem;font:inherit;border:1px solid GrayText;border-radius:6px;cursor:pointer}
.people button:focus-visible{outline:3px solid Highlight}
.people span{display:block}
table{border-collapse:collapse}td{padding:.15rem 1rem .15rem 0;vertical-align:top}`;

/** A page of the host; `body` is HTML, `title` is text. */
export function page(content: { title: string; body: string }): string {
  const title = escapeHtml(content.title);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title}</title><style>${style}</style></head>
<body><header>Embedded Git host, simulated. Nothing here leaves this machine.</header>
<main><h1>${title}</h1>
${content.body}
</main></body></html>
`;
}
