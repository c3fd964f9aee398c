/**
 * Script of the control page: no build, no framework.
 *
 * @remarks
 * Rows are kept and only their changed cells written, so that a focused button stays focused while numbers move.
 */
export const pageScript = `
'use strict';
const $ = id => document.getElementById(id);
const say = (text, bad) => { $('status').textContent = text; $('status').className = bad ? 'bad' : ''; };
const modes = { 'consumer-errors': 'Fail consumer', 'consumer-stopped': 'Stop consumer', 'http-errors': 'HTTP errors', slow: 'Slow' };
const words = { 'consumer-errors': 'consumer fails', 'consumer-stopped': 'consumer stopped', 'http-errors': 'HTTP errors', slow: 'slow' };
const faults = { throttle: { throttleRate: 1 }, half: { failRate: 0.5 }, slow: { latencyMs: 5000 }, denied: { denied: true }, dead: { dead: true } };

async function call(method, path, body) {
  try {
    const reply = await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
    const json = await reply.json();
    if (!reply.ok) throw new Error(json.error);
    return json;
  } catch (error) { say('That did not work: ' + error.message, true); }
}
async function act(text, method, path, body) {
  say(text + ' …');
  if (await call(method, path, body)) say(text + ': done');
  await refresh();
}
function button(text, run, pressed) {
  const made = document.createElement('button');
  made.type = 'button'; made.textContent = text; made.onclick = run;
  if (pressed !== undefined) made.setAttribute('aria-pressed', String(pressed));
  return made;
}
function put(cell, value) {
  if (value instanceof Array) {
    if (!cell.firstChild) { const row = document.createElement('div'); row.className = 'row'; row.append(...value); cell.append(row); return; }
    value.forEach((item, at) => {
      const old = cell.firstChild.children[at];
      if (item.hasAttribute('aria-pressed')) old.setAttribute('aria-pressed', item.getAttribute('aria-pressed'));
    });
  } else if (cell.textContent !== String(value.text ?? value)) {
    cell.textContent = value.text ?? value;
    if (value.kind) cell.className = value.kind;
  }
}
function table(body, items) {
  const seen = new Set();
  for (const { key, cells } of items) {
    seen.add(key);
    let row = [...body.children].find(child => child.dataset.key === key);
    if (!row) {
      row = document.createElement('tr'); row.dataset.key = key;
      cells.forEach(value => { const cell = document.createElement('td'); if (typeof value === 'number') cell.className = 'n'; row.append(cell); });
      body.append(row);
    }
    cells.forEach((value, at) => put(row.children[at], value));
  }
  [...body.children].forEach(row => seen.has(row.dataset.key) || row.remove());
}
function workload(item) {
  const path = '/api/workloads/' + encodeURIComponent(item.environment) + '/' + encodeURIComponent(item.name);
  const fits = mode => mode.startsWith('consumer') ? item.consumes.length > 0 : mode !== 'http-errors' || item.requestsPerSecond > 0;
  const fail = Object.keys(modes).filter(fits).map(mode =>
    button(modes[mode], () => act(item.name + ' (' + item.environment + '): ' + words[mode], 'POST', path + '/fail', { mode }), item.failures.includes(mode)));
  const heal = button('Heal', () => act(item.name + ' (' + item.environment + ') healed', 'POST', path + '/heal'));
  const state = item.failures.length ? { text: item.failures.map(mode => words[mode]).join(', '), kind: 'bad' } : item.replicas ? { text: 'fine', kind: 'good' } : { text: 'nothing runs', kind: 'bad' };
  return { key: item.environment + '/' + item.name, cells: [item.environment, item.name, item.platform.toUpperCase(), item.replicas, state, [...fail, heal]] };
}
function queue(item) {
  const send = button('Send 100', () => act('100 messages sent to ' + item.name, 'POST', '/api/messages', { environment: item.environment, queue: item.name, count: 100 }));
  return { key: item.account + '/' + item.name, cells: [item.environment ?? item.account, item.name, item.visible, item.inFlight, [send]] };
}
function showRules(chaos) {
  const text = JSON.stringify(chaos);
  if ($('rules').dataset.shown === text) return;
  $('rules').dataset.shown = text;
  $('rules').replaceChildren(...Object.entries(chaos).map(([target, rule]) => {
    const item = document.createElement('li'); const label = document.createElement('span');
    label.textContent = target + ': ' + JSON.stringify(rule).replace(/[{}"]/g, '');
    item.append(label, button('Switch off', () => act(target + ' works again', 'PUT', '/api/chaos', { [target]: {} })));
    return item;
  }));
}
async function refresh() {
  const state = await call('GET', '/api/state');
  if (!state) return;
  const byPlace = (a, b) => (a.key < b.key ? -1 : 1);
  table($('workloads'), state.workloads.map(workload).sort(byPlace));
  table($('queues'), state.queues.map(queue).sort(byPlace));
  table($('calls'), Object.entries(state.calls).flatMap(([upstream, operations]) => Object.entries(operations).map(([name, calls]) => ({ key: upstream + '/' + name, cells: [upstream, name, calls] }))).sort(byPlace));
  showRules(state.chaos);
  $('now').textContent = new Date(state.now).toLocaleString();
  $('now').dateTime = new Date(state.now).toISOString();
}
document.addEventListener('click', event => {
  const { advance, post, confirm: question } = event.target.dataset ?? {};
  if (advance) act('Time moved on', 'POST', '/api/clock/advance', { ms: Number(advance) });
  if (post && (!question || confirm(question))) act('Asked', 'POST', post);
});
$('chaos').addEventListener('submit', event => {
  event.preventDefault();
  const form = new FormData(event.target);
  act(form.get('target') + ' is faulty', 'PUT', '/api/chaos', { [form.get('target')]: faults[form.get('fault')] });
});
refresh(); setInterval(refresh, 2000);
`;
