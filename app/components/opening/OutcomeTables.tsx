import type { Asked, Person } from '../../lessons/cold-start/challenge-format';
import { found, LOVED, wasLoved } from '../../lessons/cold-start/guess';
import { useStrings } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { starLevel } from '../common/stars';
import { FilmCard } from '../film-card/FilmCard';
import { Provenance } from '../recommendations/Provenance';

/** Who guessed which films. */
export interface Guess {
  name: string;
  chosen: ReadonlySet<number>;
  /** Of the model's: whether it was computed here, or beforehand. */
  source?: 'live' | 'recorded';
}

interface OutcomeTableProps {
  person: Person;
  guesses: readonly Guess[];
}

/** A column for each film, a row for the truth and for each guess. */
export function ByGuess({ person, guesses }: OutcomeTableProps) {
  const { asked } = person;
  const { story: t } = useLazyStrings();
  const { common } = useStrings();
  return (
    <table>
      <caption className="visually-hidden">{t.outcome}</caption>
      <thead>
        <tr>
          <td />
          {asked.map((film) => (
            <th key={film.id} scope="col" data-loved={wasLoved(film) || undefined}>
              <span className="film-slot">
                <FilmCard {...film} detail="title" />
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
          {asked.map((film) => (
            <td key={film.id} className="num">
              <Stars film={film} />
            </td>
          ))}
          <td />
        </tr>
        {guesses.map((guess) => (
          <tr key={guess.name}>
            <th scope="row">
              <Name {...guess} />
            </th>
            {asked.map((film) => (
              <td key={film.id}>
                <Mark film={film} {...guess} />
              </td>
            ))}
            <td className="num">{t.found(found(person, guess.chosen), LOVED)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same for a phone: a row for each film, with its title, and below how many each guess found. */
export function ByFilm({ person, guesses }: OutcomeTableProps) {
  const { story: t } = useLazyStrings();
  return (
    <table className="outcome-films">
      <caption className="visually-hidden">{t.outcome}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t.loved}</th>
          {guesses.map((guess) => (
            <th key={guess.name} scope="col">
              <Name {...guess} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {person.asked.map((film) => (
          <tr key={film.id}>
            <th scope="row">
              <span className="outcome-film">
                <span className="film-face" aria-hidden>
                  <FilmCard {...film} detail="figure" />
                </span>
                <span translate="no">
                  {film.title} <small className="num">{film.year}</small>
                </span>
              </span>
            </th>
            <td className="num outcome-truth">
              <Stars film={film} />
            </td>
            {guesses.map((guess) => (
              <td key={guess.name}>
                <Mark film={film} {...guess} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          <td />
          {guesses.map((guess) => (
            <td key={guess.name} className="num">
              <span aria-hidden>
                {found(person, guess.chosen)}/{LOVED}
              </span>
              <span className="visually-hidden">{t.found(found(person, guess.chosen), LOVED)}</span>
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function Name({ name, source }: Guess) {
  return (
    <>
      {name} {source && <Provenance source={source} />}
    </>
  );
}

const Stars = ({ film }: { film: Asked }) => (
  <>
    {wasLoved(film) && <b aria-hidden>♥ </b>}★ {starLevel(film.stars)}
  </>
);

function Mark({ film, chosen }: Pick<Guess, 'chosen'> & { film: Asked }) {
  const { story: t } = useLazyStrings();
  if (!chosen.has(film.id)) return null;
  const right = wasLoved(film);
  return (
    <span className={right ? 'mark-right' : 'mark-wrong'}>
      <span aria-hidden>{right ? '✓' : '✗'}</span>
      <span className="visually-hidden">{right ? t.right : t.wrong}</span>
    </span>
  );
}
