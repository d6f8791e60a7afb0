/**
 * `npm run faults`: dying workers, lost devices, full storage, no network, updates in use; a test
 * each. `npm run faults -- --soak 30` trains for 30 minutes with random edits instead and prints
 * whether anything grew; `--soak 10 --engine webkit` trains without edits, in any engine.
 */
import { parseArgs } from 'node:util';
import { ENGINES, type Engine } from './browsers/engines';
import { playwright } from './lib/playwright';
import { soak } from './soak/chromium';
import { soakEngine } from './soak/engine';

const { values, positionals } = parseArgs({
  options: { soak: { type: 'string' }, engine: { type: 'string' } },
  allowPositionals: true,
});
const { soak: minutes, engine } = values;
if (engine !== undefined && !(ENGINES as readonly string[]).includes(engine)) {
  throw new Error(`--engine takes one of ${ENGINES.join(', ')}`);
}

const outcome = () => {
  if (minutes === undefined) return playwright(['--project=faults', ...positionals]);
  return engine === undefined
    ? soak(Number(minutes))
    : soakEngine(engine as Engine, Number(minutes));
};
process.exit(await outcome());
