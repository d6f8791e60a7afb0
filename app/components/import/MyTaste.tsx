import { Button } from 'react-aria-components';
import type { Film } from '../../../src/data/taste/match';
import type { Films } from '../../../src/data/taste/read-films';
import { store, useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals } from '../common/numbers';
import { cutStars } from '../common/stars';
import { Choice } from './Choice';
import { useTaste, type SelfTest } from './useTaste';

const titleOf = (title: string, year: number | null): string =>
  year ? `${title} (${year})` : title;

const nameOf = ({ title, year }: Film): string => titleOf(title, year);

interface LeftOutProps {
  why: (n: number) => string;
  names: readonly string[];
  /** They could be put right: they are named at once. */
  isOpen?: boolean;
}

/** Films that are not taken as they stand: why, how many, and which. */
function LeftOut({ why, names, isOpen }: LeftOutProps) {
  if (names.length === 0) return null;
  return (
    <details open={isOpen}>
      <summary>{why(names.length)}</summary>
      <ul className="import-unmatched" translate="no">
        {names.map((name, n) => (
          <li key={n}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

/** One person's films: which the catalogue has, which are meant, and what the model makes of them. */
export function MyTaste({ films }: { films: Films }) {
  const strings = useLazyStrings().taste;
  const language = useLanguage();
  const { matches, told, taste, unrated, used, test, chosen, choose, use } = useTaste(films);
  const labelOf = (item: number): string => {
    const { title, year } = movieLabel(store.getState(), item);
    return titleOf(title, year);
  };
  if (!matches) return <p className="import-outcome">{strings.waiting}</p>;
  const { unsure, unmatched, repeated } = matches;
  const liked = told.filter(({ film }) => film.stars === null);
  const { stars: support, heldOut } = taste;
  return (
    <section className="import-taste" aria-label={strings.title}>
      <h3>{strings.title}</h3>
      <p>
        {strings.read(films.films.length, films.lines, films.leftOut)}{' '}
        {strings.matched(matches.found.length, unsure.length, unmatched.length, repeated.length)}
      </p>
      {unsure.length > 0 && (
        <>
          <p>{strings.ask}</p>
          <div className="import-fields">
            {unsure.map(({ film, items }, n) => (
              <Choice
                key={n}
                label={titleOf(film.title, film.year || null)}
                value={String(chosen.get(n) ?? '')}
                onChange={(value) => choose(n, value === '' ? null : Number(value))}
              >
                <option value="">{strings.noneOfThese}</option>
                {items.map((item) => (
                  <option key={item} value={item}>
                    {labelOf(item)}
                  </option>
                ))}
              </Choice>
            ))}
          </div>
        </>
      )}
      <LeftOut why={strings.withoutRating} names={unrated.map(nameOf)} isOpen />
      {liked.length < told.length && (
        <LeftOut why={strings.liked} names={liked.map(({ film }) => nameOf(film))} />
      )}
      <LeftOut why={strings.unmatched} names={unmatched.map(nameOf)} />
      <LeftOut why={strings.repeated} names={[...films.again, ...repeated].map(nameOf)} />
      <LeftOut why={strings.others} names={films.others} />
      <p className="import-start">
        {told.length > 0 && (
          <>
            <Button className="button primary" onPress={use}>
              {strings.take(told.length)}
            </Button>
            {heldOut.length > 0 ? (
              <span>{strings.willKeep(support.length, heldOut.length)}</span>
            ) : (
              support.length < told.length && <span>{strings.atMost(support.length)}</span>
            )}
          </>
        )}
        {told.length === 0 && unsure.length === 0 && <span>{strings.nothing}</span>}
      </p>
      {used && (
        <div role="status">
          <p>
            {strings.taken(used.stars.length, used.heldOut.length, stars(used.median, language))}{' '}
            {used.unrated > 0 && strings.unrated(used.unrated)}
          </p>
          <p className="import-start">
            <a className="button primary" href="#recommendations">
              {strings.toRanking}
            </a>
            <a className="button" href="#context">
              {strings.toMap}
            </a>
          </p>
          {test ? (
            <Result test={test} labelOf={labelOf} />
          ) : (
            <p>{used.heldOut.length > 0 ? strings.testing : strings.fewToTest}</p>
          )}
        </div>
      )}
    </section>
  );
}

const stars = (value: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(value);

/** Films that were kept from the model: how far off it was, and the average person beside it. */
function Result({ test, labelOf }: { test: SelfTest; labelOf: (item: number) => string }) {
  const strings = useLazyStrings().taste;
  const language = useLanguage();
  // A model that is trained meanwhile gives other answers: the test is of the one that was asked.
  const steps = useApp((state) => state.model?.steps ?? 0);
  const clipped = (value: number): string => decimals(cutStars(value), 2, language);
  return (
    <>
      <p>
        <b>{strings.off(test.rows.length, stars(test.model, language))}</b>{' '}
        {strings.averageOff(stars(test.average, language))}{' '}
        {test.rows.length < 10 && strings.fewFilms} {steps > 0 && strings.trained}
      </p>
      <div className="figure-table" role="region" aria-label={strings.test} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {strings.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {test.rows.map(({ item, own, model, average }) => (
              <tr key={item}>
                <td>{labelOf(item)}</td>
                <td className="num">{decimals(own, 2, language)}</td>
                <td className="num">{clipped(model)}</td>
                <td className="num">{clipped(average)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
