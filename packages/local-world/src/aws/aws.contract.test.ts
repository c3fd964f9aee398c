/* The checks stand in the cases, so that they run against several servers. */
/* eslint-disable jest/expect-expect */
import { taggingCases } from './__testUtils__/contract/cases/taggingCases';
import {
  RunningSubject,
  startContractServer,
} from './__testUtils__/contract/contractServers';
import {
  absentServices,
  deviationsOf,
} from './__testUtils__/contract/deviations';
import { hasMoto } from './__testUtils__/startMoto';

/** Longest that one case may take, where a server's own clock has to be waited for. Milliseconds. */
const CASE_LIMIT = 150_000;

const services = {
  tagging: taggingCases,
};

/** Runs the contract; what a server is known to do otherwise must still fail, so that the list stays true. */
function describeContract(server: string, endpoint?: string): void {
  describe(`AWS contract: ${server}`, () => {
    let running: RunningSubject;
    beforeAll(async () => {
      running = await startContractServer(server, endpoint);
    }, 60_000);
    afterAll(() => running?.stop());

    const absent = absentServices(server);
    const deviating = deviationsOf(server);
    const present = Object.entries(services).filter(
      ([service]) => !absent.includes(service),
    );
    describe.each(present)('%s', (_, cases) => {
      const titles = Object.keys(cases);
      const kept = titles.filter(title => !deviating.has(title));
      const known = titles.filter(title => deviating.has(title));
      it.each(kept)('%s', title => cases[title](running.subject), CASE_LIMIT);
      it.failing.each(known)(
        'does otherwise: %s',
        title => cases[title](running.subject),
        CASE_LIMIT,
      );
    });
  });
}

const { SLIPWAY_CONTRACT_SERVER, SLIPWAY_CONTRACT_ENDPOINT } = process.env;

if (SLIPWAY_CONTRACT_SERVER || SLIPWAY_CONTRACT_ENDPOINT) {
  // As `npm run contract` asks: one server, which may run already.
  describeContract(
    SLIPWAY_CONTRACT_SERVER ?? 'another server',
    SLIPWAY_CONTRACT_ENDPOINT,
  );
} else {
  describeContract('local-world');
  if (hasMoto()) {
    describeContract('moto');
  }
}
