import type { FilmValue, UnitFilmsQuestion } from '../../protocol/unit-effects';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import type { CellRow } from './rows';
import { looksAlike, written } from './unit-films';
import { useUnitFilms } from './useUnitFilms';

/** The films for which the chosen cell's number is largest and smallest, under the present support set. */
export function UnitFilms({ row, unit }: { row: CellRow; unit: number }) {
  const words = useLazyStrings().film;
  const t = words.unitFilms;
  const language = useLanguage();
  const target = row.target as UnitFilmsQuestion['target'];
  const { films, isOld } = useUnitFilms({ target, layer: row.layer, unit });
  if (!films) return null;
  const title = t.title(words.targets[target], row.layer + 1, unit + 1);
  return (
    <section className="film-by-unit" aria-label={title} aria-busy={isOld}>
      <h4>{title}</h4>
      {looksAlike(films) ? (
        <p>{t.same}</p>
      ) : (
        <>
          <p>{t.among(films.films.toLocaleString(language))}</p>
          <dl>
            <Named term={t.most} films={films.most} />
            <Named term={t.least} films={films.least} />
          </dl>
        </>
      )}
    </section>
  );
}

function Named({ term, films }: { term: string; films: readonly FilmValue[] }) {
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  return (
    <div>
      <dt>{term}</dt>
      {films.map(({ item, value }) => (
        <dd key={item} data-item={item}>
          <span>{movieLabel({ catalogue, recordedTitles }, item).title}</span>
          {written(value)}
        </dd>
      ))}
    </div>
  );
}
