import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { Asked, Person } from '../../lessons/cold-start/challenge-format';
import { best, found, LOVED, wasLoved } from '../../lessons/cold-start/guess';
import { lend, useCanHandOver } from '../../lessons/cold-start/useLivePrediction';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { usePhone } from '../common/media';
import { FilmCard } from '../film-card/FilmCard';
import { Provenance } from '../recommendations/Provenance';

interface OutcomeProps {
  person: Person;
  guess: ReadonlySet<number>;
  /** The model's stars for a film. */
  predicted: (film: Asked) => number;
  /** They were computed here, and not beforehand. */
  isLive: boolean;
  onAnother: () => void;
  onTurn: () => void;
}

/** Three guesses beside the truth; meanwhile the workbench below adapts to the four films. */
export function Outcome({ person, guess, predicted, isLive, onAnother, onTurn }: OutcomeProps) {
  const { story: t } = useLazyStrings();
  const { common } = useStrings();
  const phone = usePhone();
  const canGive = useCanHandOver(person);
  const given = useRef(false);
  // As soon as the catalogue is there, and once: what the visitor does to the films then is theirs.
  useEffect(() => {
    if (!canGive || given.current) return;
    given.current = true;
    lend(person);
  }, [canGive, person]);

  const rows = [
    { name: t.you, chosen: guess },
    { name: t.model, chosen: best(person.asked, predicted), source: isLive },
    { name: t.everybody, chosen: best(person.asked, ({ before }) => before) },
  ];
  return (
    <div className="outcome">
      <table>
        <caption className="visually-hidden">{t.outcome}</caption>
        <thead>
          <tr>
            <td />
            {person.asked.map((film) => (
              <th key={film.id} scope="col" data-loved={wasLoved(film) || undefined}>
                <span className="film-slot">
                  <FilmCard {...film} detail={phone ? 'letters' : 'title'} />
                </span>
                <span className="visually-hidden">{common.movie(film.title, film.year)}</span>
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          <tr className="outcome-truth">
            <th scope="row">{t.loved}</th>
            {person.asked.map((film) => (
              <td key={film.id} className="num">
                {wasLoved(film) && <b aria-hidden>♥ </b>}★ {film.stars}
              </td>
            ))}
            <td />
          </tr>
          {rows.map(({ name, chosen, source }) => (
            <tr key={name}>
              <th scope="row">
                {name}{' '}
                {source !== undefined && <Provenance source={source ? 'live' : 'recorded'} />}
              </th>
              {person.asked.map((film) => (
                <td key={film.id}>{chosen.has(film.id) && <Mark right={wasLoved(film)} />}</td>
              ))}
              <td className="num">{t.found(found(person, chosen), LOVED)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="guess-go">
        <Button className="button primary" onPress={onTurn}>
          {t.yourTurn}
        </Button>
        <Button className="button" onPress={onAnother}>
          {t.another}
        </Button>
      </div>
    </div>
  );
}

function Mark({ right }: { right: boolean }) {
  const { story: t } = useLazyStrings();
  return (
    <span className={right ? 'mark-right' : 'mark-wrong'}>
      <span aria-hidden>{right ? '✓' : '✗'}</span>
      <span className="visually-hidden">{right ? t.right : t.wrong}</span>
    </span>
  );
}
