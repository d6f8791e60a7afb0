/**
 * Does the network need the modulation of its own task? Held-out scenarios are ranked with the right
 * context and their own modulation (FiLM's gamma and beta, the routes, ...), with that of another
 * scenario's context, and with that of the mean of all contexts (`docs/data.md`, 'Pictures').
 */
import { choice, createRandom, deriveSeed } from '../../data/random';
import type { Dataset } from '../../data/types';
import type { CmmlRecommender } from '../cmml-system';
import { rankEpisodes, rankingEpisodes } from './ranking';
import type { RankingProtocol } from './ranking';
import { meanColumns } from './rows';
import type { MetricRow, Progress } from './rows';

/** Recall@10 in 0..1, and `own modulation against another's`: the points that the wrong one costs. */
export async function measureForeignModulation(
  dataset: Dataset,
  model: CmmlRecommender,
  protocol: RankingProtocol,
  onProgress?: Progress,
): Promise<MetricRow> {
  const episodes = rankingEpisodes(dataset, protocol);
  const contexts: Float32Array[] = [];
  for (const { support } of episodes) contexts.push(await model.context(support));
  const own = new Map(episodes.map((episode, i) => [episode.id, contexts[i]]));
  const mean = Float32Array.from(meanColumns(contexts.map((context) => Array.from(context))));
  const random = createRandom(deriveSeed(protocol.seed, 'foreign modulation'));
  const another = new Map(
    episodes.map(({ id }) => [id, choice(random, contexts.filter((c) => c !== own.get(id)))]),
  ); // prettier-ignore

  let measured = 0;
  const recallAt10 = async (modulatedBy: (id: string) => Float32Array): Promise<number> => {
    const { metrics } = await rankEpisodes(
      dataset,
      episodes,
      protocol.seed,
      ({ id, support }, users, items) => model.score(support, users, items, modulatedBy(id)),
      (done) => onProgress?.((measured + done) / 3),
    );
    measured += 1;
    return metrics['recall@10'];
  };
  const withOwn = await recallAt10((id) => own.get(id)!);
  const withAnother = await recallAt10((id) => another.get(id)!);
  const withMean = await recallAt10(() => mean);
  return {
    'recall@10, own modulation': withOwn,
    "recall@10, another's modulation": withAnother,
    'recall@10, mean modulation': withMean,
    "own modulation against another's": withOwn - withAnother,
  };
}
