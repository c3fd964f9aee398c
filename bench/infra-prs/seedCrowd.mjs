/** Adds changes to the infrastructure repository; gives the numbers of those with a size of their own. */
export async function seedCrowd(portal, crowd) {
  const reply = await fetch(`${portal.control}/api/parts/github/crowd`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(crowd),
  });
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
}
