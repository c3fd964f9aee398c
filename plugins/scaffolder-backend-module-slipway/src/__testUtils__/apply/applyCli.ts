import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { applyServices } from './applyServices';
import { deviations } from './deviations';
import { appliedServices } from './services';

const print = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-apply-'));
  try {
    const reports = await applyServices({
      repository: resolve(__dirname, '../../../../..'),
      folder,
      services: appliedServices,
      onProgress: print,
    });
    for (const report of reports) {
      print(
        `${report.name} on ${report.platform}: ${report.applied} applied in ${report.applySeconds} s, ` +
          `${report.destroyed} destroyed in ${report.destroySeconds} s, ${report.drift.length} drifted`,
      );
      report.drift.forEach(drift => print(`  drift: ${drift}`));
    }
    for (const { subject, moto, handling } of deviations) {
      print(`deviation of ${subject}: moto ${moto}; ${handling}`);
    }
    const good = reports.filter(
      ({ applied, destroyed, drift }) =>
        applied > 0 && applied === destroyed && drift.length === 0,
    );
    print(`${reports.length} roots applied, ${good.length} passed`);
    return good.length === reports.length;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  good => process.exit(good ? 0 : 1),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
