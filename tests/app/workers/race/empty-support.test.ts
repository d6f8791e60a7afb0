/** A support set without a movie: nobody has anything to adapt to, and nobody may break on it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

import type { Handlers } from '../../../../app/workers/host/host';
import type { RacerCalls, RaceSystem, RaceTask } from '../../../../app/protocol/race';
import { raceHandlers } from '../../../../app/workers/race/handlers';
import { useBackend } from '../../../../scripts/lib/backend';
import { loadBundledDataset, REPOSITORY } from '../../../../scripts/lib/dataset';

const context = { yieldToMessages: () => Promise.resolve(), first: () => undefined };
const task: RaceTask = { kind: 'current', support: [], scenario: 0 };
const SETTINGS = ['scenario', 'user'] as const;

let handlers: Handlers<RacerCalls>;

beforeAll(async () => {
  await useBackend('wasm');
  handlers = raceHandlers(await loadBundledDataset(), async (file) => {
    const bytes = await readFile(path.join(REPOSITORY, 'public', file));
    return new Uint8Array(bytes).buffer;
  });
});

describe.each(SETTINGS)('an empty support set in the setting %s', (setting) => {
  const systems: RaceSystem[] = [
    { kind: 'dcn' },
    { kind: 'melu', steps: 0 },
    { kind: 'melu', steps: 3 },
    { kind: 's2meta' },
    { kind: 's2meta', steps: 2 },
    {
      kind: 'cmml',
      variant: { setting, encoder: 'mean', hybrid: 'dot', modulation: 'film' },
      seed: 0,
      flat: null,
    },
  ];

  it.each(systems)('is run by $kind, steps $steps', async (system) => {
    const run = await handlers.race({ setting, system, task, repeats: 1 }, context);
    expect(run.adaptMs).toHaveLength(1);
    // Nothing is known, so nothing can be wrong: the loss is 0, and not the NaN of a mean of nothing.
    expect(run.supportLoss.every((loss) => loss === 0)).toBe(true);
    if (setting === 'scenario' && !('steps' in system && system.kind === 's2meta')) {
      expect(run.quality!.value).toBeGreaterThanOrEqual(0);
    }
  });

  it('leaves MeLU as it was: no gradient, no change', async () => {
    const quality = async (steps: number) => {
      const system = { kind: 'melu', steps } as const;
      return (await handlers.race({ setting, system, task, repeats: 1 }, context)).quality;
    };
    expect(await quality(5)).toEqual(await quality(0));
  });
});
