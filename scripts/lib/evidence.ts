/** The evidence candidates of the MeLU that ships with the page. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { KNOWN_FILMS } from '../../src/data/taste/known';
import { SPLIT } from '../../src/data/types';
import type { Dataset } from '../../src/data/types';
import { decodeBaseline } from '../../src/model/baselines/checkpoint';
import { decisionLayers, decisionNetwork } from '../../src/model/baselines/decision-network';
import { decisionSizes } from '../../src/model/baselines/families';
import { sharedWeights } from '../../src/model/baselines/network';
import { evidenceOrder, gradientNorms } from '../../src/model/evidence';
import { ParameterSet } from '../../src/model/parameter-set';
import { settingData } from '../../src/model/recipes';
import { REPOSITORY } from './dataset';

const FILE = 'public/models/baselines/rating-melu.bin';

/** Known films by index, best evidence first; popularity is that among people of meta-training. */
export async function evidenceCandidates(dataset: Dataset): Promise<number[]> {
  const { description, flat, provenance } = await decodeBaseline(
    await readFile(path.join(REPOSITORY, FILE)),
  );
  const network = decisionNetwork(decisionSizes(description.pairDim));
  const weights = sharedWeights(network.specs, new ParameterSet(network.specs, flat));
  const { pack, pairDim } = settingData(dataset, 'rating', provenance.treatment, provenance.seed);
  const query = Array.from({ length: KNOWN_FILMS }, (_, item) => ({ user: -1, item, label: 0 }));
  const packed = pack([{ id: 'known', support: [], query }]);
  const pairs = tf.tensor3d(packed.query.pairs, [KNOWN_FILMS, 1, pairDim]);
  const norms = gradientNorms(network.score, weights, decisionLayers(network), pairs);
  pairs.dispose();
  const popularity = new Array<number>(KNOWN_FILMS).fill(0);
  dataset.ratings.item.forEach((item, k) => {
    const isTraining = dataset.raters.fold[dataset.ratings.user[k]] === SPLIT.metaTrain;
    if (item < KNOWN_FILMS && isTraining) popularity[item]++;
  });
  return evidenceOrder(norms, popularity);
}
