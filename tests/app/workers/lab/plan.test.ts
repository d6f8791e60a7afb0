/** A row that is run on the page stands under a recorded one: both must be of the same measurement. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import type { LabRow } from '../../../../app/protocol/lab';
import { planOf } from '../../../../app/workers/lab/plan';
import { loadBundledDataset, REPOSITORY } from '../../../../scripts/lib/dataset';
import { evaluateSystem } from '../../../../src/model/evaluation/evaluate';
import { SYSTEMS } from '../../../../src/model/registry';
import { findSystem } from '../../../../src/model/systems';

const file = path.join(REPOSITORY, 'public/recorded/lab.json');
const METRICS = ['recall@10', 'recall@20', 'recall@50'];

describe('what the lab measures', () => {
  it.each(['popularity', 'itempop'])('is what was recorded of %s', async (system) => {
    const recorded = (JSON.parse(await readFile(file, 'utf8')) as LabRow[]).find(
      (row) =>
        row.protocol === 'open' &&
        row.setting === 'ranking' &&
        row.treatment === 'plain' &&
        row.system === system &&
        row.seed === 0,
    )!;
    const job = { protocol: 'open', setting: 'ranking', treatment: 'plain', seed: 0 } as const;
    const plan = planOf({ ...job, system, steps: 50 });
    const dataset = await loadBundledDataset();
    const { rows } = await evaluateSystem(dataset, findSystem(SYSTEMS, system), plan);
    for (const metric of METRICS) expect(rows[0][metric]).toBeCloseTo(Number(recorded[metric]), 9);
  });

  it('makes one list of ItemPop and Popularity where the support set is not ranked', async () => {
    const dataset = await loadBundledDataset();
    const of = async (system: string, protocol: 'open' | 'paper-scenario') => {
      const job = { protocol, setting: 'ranking', treatment: 'plain', seed: 0 } as const;
      const plan = planOf({ ...job, system, steps: 50 });
      const { rows } = await evaluateSystem(dataset, findSystem(SYSTEMS, system), plan);
      return METRICS.map((metric) => rows[0][metric]);
    };
    expect(await of('itempop', 'open')).toEqual(await of('popularity', 'open'));
    expect(await of('itempop', 'paper-scenario')).not.toEqual(
      await of('popularity', 'paper-scenario'),
    );
  });
});
