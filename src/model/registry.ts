/** Every system of the evaluation, the lab and the race. */
import { als, genreAls } from './baselines/als';
import { bias, userMean } from './baselines/bias';
import { ease } from './baselines/ease';
import { LEARNED_BASELINES } from './baselines/families';
import { genreCentroid } from './baselines/genre-centroid';
import { itemKnn } from './baselines/item-knn';
import { itemPop } from './baselines/item-pop';
import { mfFoldIn } from './baselines/mf-fold-in';
import { popularity } from './baselines/popularity';
import { cmml } from './cmml-system';
import { single } from './systems';
import type { SystemFamily } from './systems';

/** References without a gradient step in training: what a sceptic asks for. */
const REFERENCES = [
  ...[itemPop, popularity, itemKnn, genreCentroid, mfFoldIn],
  ...[ease, als, genreAls, bias, userMean],
];

export const SYSTEMS: readonly SystemFamily[] = [
  ...cmml,
  ...LEARNED_BASELINES,
  ...REFERENCES.map(single),
];
