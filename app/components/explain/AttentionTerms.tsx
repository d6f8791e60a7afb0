import type { Explanation } from '../../protocol/explanation';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useLazyStrings } from '../../strings/lazy';
import { featureOf, heaviestPairs, partOf, readOf, sideOf } from './attention';
import { fixed } from '../figure/numbers';
import { plain, Terms } from './Terms';

const NAMED = 3;

/** Where one value of the hybrid context was read by attention: films, their weights, and what they add. */
export function AttentionTerms({
  explanation,
  value,
  nameOf,
}: {
  explanation: Explanation;
  value: number;
  nameOf: (index: number) => string;
}) {
  const strings = useLazyStrings().explain;
  const catalogue = useApp((state) => state.catalogue);
  const recordedTitles = useApp((state) => state.recordedTitles);
  const titleOf = (item: number) => movieLabel({ catalogue, recordedTitles }, item).title;
  const part = partOf(explanation, value);
  const d = featureOf(explanation, value);
  const side = sideOf(part);
  const pairs = heaviestPairs(explanation, side);
  const likes = heaviestPairs(explanation, 'likes');
  const { mean, deviation } = readOf(explanation, side, d);
  return (
    <>
      {likes.length > 0 && (
        <p className="explain-note" data-testid="because">
          {strings.because(
            likes.slice(0, NAMED).map(({ item, weight }) => [titleOf(item), fixed(weight, 2)]),
          )}
        </p>
      )}
      {part !== 'product' && (
        <>
          <Terms
            caption={strings.attendedSub}
            rows={pairs.map(({ item, weight, index }) => ({
              key: String(index),
              name: titleOf(item),
              factors: `${plain(weight)} × ${plain(explanation.pairs[index].input[d])}`,
              value: weight * explanation.pairs[index].input[d],
            }))}
            total={{ key: 'mean', name: strings.weightedMean, factors: '', value: mean }}
          />
          <p className="explain-note">
            {nameOf(value)}
            {': '}
            {part === 'likes' && `${plain(mean)} ÷ ${plain(deviation)}`}
            {part === 'likes-product' &&
              `${plain(mean)} ÷ ${plain(deviation)} × ${plain(explanation.movie[d])}`}
            {part === 'dislikes-product' && `${plain(mean)} × ${plain(explanation.movie[d])}`}
            {` = ${plain(explanation.hybrid[value])}`}
          </p>
        </>
      )}
    </>
  );
}
