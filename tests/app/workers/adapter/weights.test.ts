import { beforeAll, expect, it } from 'vitest';
import { useBackend } from '../../../../scripts/lib/backend';
import { decodeSafetensors } from '../../../../src/model/safetensors';
import type { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { exportWeights } from '../../../../app/workers/adapter/weights';
import { setUpModel } from '../../../../app/workers/model/model-setup';
import { dataset, SCENARIO, nothingShips } from '../model';

beforeAll(() => useBackend('cpu'));

it('a file says of its parameters what was told of those that were loaded, and of no others', async () => {
  const setup = await setUpModel(dataset(), SCENARIO, 7, nothingShips);
  const provenance = {
    ...{ command: 'npm run train', setting: 'ranking' as const, treatment: 'full' as const },
    ...{ seed: 0, steps: 5000, commit: 'abc', date: '2026-01-01', dataset: 'tiny', metrics: {} },
  };
  const model = { steps: 0, parameters: { flat: () => Promise.resolve(setup.flat) } };
  const provenanceOf = async (asLoaded: boolean) => {
    const about = { note: '', seed: 7, date: '', data: 'tiny', training: null, asLoaded };
    const shipped = { ...setup, provenance };
    const { file } = await exportWeights(shipped, model as unknown as AdapterModel, about);
    return (await decodeSafetensors(file)).provenance;
  };
  expect(await provenanceOf(true)).toMatchObject({ command: 'npm run train', steps: 5000 });
  // Step 0 of a run that began anew has as many steps as the shipped one counts here, and nothing else of it.
  expect(await provenanceOf(false)).toMatchObject({ command: 'trained on the page', steps: 0 });
});
