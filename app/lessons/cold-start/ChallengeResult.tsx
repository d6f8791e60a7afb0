import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { starsText } from '../../components/common/stars';
import { Provenance } from '../../components/recommendations/Provenance';
import { useLanguage, useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import type { Asked, Person } from './challenge-format';
import { best, LOVED, wasLoved, type Verdict } from './guess';
import { handOver, useCanHandOver } from './useLivePrediction';

interface ChallengeResultProps {
  person: Person;
  guess: ReadonlySet<number>;
  /** The model's stars for a film. */
  predicted: (film: Asked) => number;
  /** They were computed here, and not beforehand. */
  isLive: boolean;
  verdict: Verdict;
  onNext: () => void;
}

/** The visitor's guess, the model's and the truth, side by side. */
export function ChallengeResult(props: ChallengeResultProps) {
  const { person, guess, predicted, isLive, verdict, onNext } = props;
  const { challenge: t } = useLazyStrings();
  const { common } = useStrings();
  const language = useLanguage();
  const stars = (value: number) => `★ ${starsText(value, language)}`;
  const canHandOver = useCanHandOver(person);
  const choice = best(person.asked, predicted);
  const result = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone: what it brought takes over the focus.
  useEffect(() => result.current?.focus(), []);
  return (
    <>
      <p className="challenge-verdict" ref={result} tabIndex={-1}>
        {t.verdict(verdict.you, verdict.model, verdict.everybody, LOVED)}
      </p>
      <table className="challenge-result">
        <caption className="visually-hidden">{t.table}</caption>
        <thead>
          <tr>
            <th scope="col">{t.film}</th>
            <th scope="col">{t.you}</th>
            <th scope="col">
              {t.model} <Provenance source={isLive ? 'live' : 'recorded'} />
            </th>
            <th scope="col">{t.truth}</th>
          </tr>
        </thead>
        <tbody>
          {person.asked.map((film) => (
            <tr key={film.id} data-loved={wasLoved(film) || undefined}>
              <th scope="row">{common.movie(film.title, film.year)}</th>
              <td>{guess.has(film.id) ? t.chose : ''}</td>
              <td className="num">
                {stars(predicted(film))} {choice.has(film.id) && t.chose}
              </td>
              <td className="num">
                {stars(film.stars)} {wasLoved(film) && t.loved}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="challenge-foot">
        <Button className="button primary" onPress={onNext}>
          {t.next}
        </Button>
        <Button className="button" isDisabled={!canHandOver} onPress={() => handOver(person)}>
          {t.handOver}
        </Button>
      </div>
    </>
  );
}
