import { RequestHandler } from 'express';
import { pageScript } from './pageScript';
import { pageStyle } from './pageStyle';

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Slipway: the embedded world</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
  <h1>The embedded world</h1>
  <p>Simulated data. Make services fail here and watch the portal show it.</p>
  <p id="status" role="status" aria-live="polite"></p>
</header>
<main>
  <section aria-labelledby="services"><h2 id="services">Services</h2>
    <div class="scroll"><table><thead><tr><th>Environment<th>Service<th>Runs on<th>Ready<th>State<th>Actions</tr></thead><tbody id="workloads"></tbody></table></div>
  </section>
  <section aria-labelledby="queues-title"><h2 id="queues-title">Queues</h2>
    <div class="scroll"><table><thead><tr><th>Environment<th>Queue<th class="n">Waiting<th class="n">In flight<th>Actions</tr></thead><tbody id="queues"></tbody></table></div>
  </section>
  <section aria-labelledby="time-title"><h2 id="time-title">Time</h2>
    <p>It is <time id="now"></time> in the world.</p>
    <p class="row"><button data-advance="60000">+ 1 minute</button><button data-advance="600000">+ 10 minutes</button><button data-advance="3600000">+ 1 hour</button></p>
    <p class="hint">The portal asks by its own clock: what happens later than that shows when its clock gets there.</p>
  </section>
  <section aria-labelledby="chaos-title"><h2 id="chaos-title">Faults of upstreams</h2>
    <form id="chaos" class="row">
      <label>Target <input name="target" list="targets" required placeholder="aws/SQS"></label>
      <datalist id="targets"><option>aws<option>aws/SQS<option>aws/CloudWatch<option>aws/ECS<option>aws/STS<option>aws/account/222222222222<option>github<option>argocd<option>amp<option>kubernetes</datalist>
      <label>Fault <select name="fault"><option value="throttle">throttle every call<option value="half">fail half of the calls<option value="slow">answer after 5 s<option value="denied">deny access<option value="dead">cut connections</select></label>
      <button>Switch on</button>
    </form>
    <ul id="rules"></ul>
  </section>
  <section aria-labelledby="calls-title"><h2 id="calls-title">Calls received</h2>
    <div class="scroll"><table><thead><tr><th>Upstream<th>Operation<th class="n">Calls</tr></thead><tbody id="calls"></tbody></table></div>
    <p class="row"><button data-post="/api/calls/reset">Count from zero</button></p>
  </section>
  <section aria-labelledby="reset-title"><h2 id="reset-title">Start over</h2>
    <p class="row"><button class="danger" data-post="/api/reset" data-confirm="Put the world back to how it was at first start?">Reset the world</button></p>
  </section>
</main>
<script>${pageScript}</script>
</body>
</html>`;

/** The page for people; its script reads `/api/state`. */
export const controlPage: RequestHandler = (_request, response) => {
  response
    .set(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'",
    )
    .type('html')
    .send(page);
};
