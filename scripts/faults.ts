/**
 * `npm run faults`: dying workers, lost devices, full storage, no network, updates in use; a test
 * each. `npm run faults -- --soak 30` trains for 30 minutes with random edits instead and prints
 * whether anything grew.
 */
import { parseArgs } from 'node:util';
import { playwright } from './lib/playwright';
import { soak } from './lib/soak';

const { values, positionals } = parseArgs({
  options: { soak: { type: 'string' } },
  allowPositionals: true,
});

process.exit(
  values.soak === undefined
    ? await playwright(['--project=faults', ...positionals])
    : await soak(Number(values.soak)),
);
