/**
 * Two domains as one data set, the place of the paper's MovieLens-Taobao hybrid (Table 8): a prepared data set and the
 * generated shop, side by side. People and items of one never meet those of the other; what is shared is the model.
 */
import { buildDataset } from './build';
import { encodeFiles } from './files';
import { joinDomains } from './import/domains';
import { GENERATED_NAME, generatedDomain } from './import/generated-domain';
import { rawFromDataset } from './import/raw';
import { manifestOf } from './manifest';
import { sha256 } from './sha256';
import type { Dataset } from './types';

/** @param seed draws the shop, the folds of tasks and people, the splits and the factors */
export async function twoDomains(films: Dataset, seed: number): Promise<Dataset> {
  const raw = joinDomains([
    { name: films.manifest.title, data: rawFromDataset(films) },
    { name: GENERATED_NAME, data: generatedDomain(seed) },
  ]);
  const built = buildDataset(raw, { seed });
  const files = encodeFiles(built);
  const { licence, citation, made, title } = films.manifest;
  const manifest = await manifestOf(built, files, {
    name: `two-domains-${seed}`,
    title: `${title} + ${GENERATED_NAME}`,
    seed,
    licence,
    citation,
    made: { ...made, sourceSha256: await sha256(files['ratings.bin']) },
  });
  return { ...built, manifest };
}

/** The domain that a scenario is of. @throws RangeError for a scenario that the data do not have */
export function domainOf({ scenarios }: Pick<Dataset, 'scenarios'>, id: string): string {
  const domain = scenarios.find((scenario) => scenario.id === id)?.domain;
  if (domain === undefined) throw new RangeError(`no domain has a scenario '${id}'`);
  return domain;
}
