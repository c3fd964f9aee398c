/* The checks stand in the cases, so that they run against several servers. */
/* eslint-disable jest/expect-expect */
import { allCases } from './__testUtils__/contract/allCases';
import { ContractCases } from './__testUtils__/contract/ContractSubject';
import {
  RunningSubject,
  startContractServer,
} from './__testUtils__/contract/contractServers';
import {
  absentServices,
  deviationsOf,
} from './__testUtils__/contract/deviations/deviations';
import { hasMoto } from './__testUtils__/startMoto';

/** Longest that one case may take, where a server's own clock has to be waited for. Milliseconds. */
const CASE_LIMIT = 150_000;

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
    const present = Object.entries(allCases).filter(
      ([service]) => !absent.includes(service),
    );
    describe.each(present)('%s', (_, cases: ContractCases) => {
      const titles = Object.keys(cases);
      const kept = titles.filter(title => !deviating.has(title));
      const known = titles.filter(title => deviating.has(title));
      it.each(kept)('%s', title => cases[title](running.subject), CASE_LIMIT);
      if (known.length > 0) {
        it.failing.each(known)(
          'does otherwise: %s',
          title => cases[title](running.subject),
          CASE_LIMIT,
        );
      }
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
