import { lazy, Suspense } from 'react';
import { useApp } from '../../store';

const FilmCard = lazy(() => import('../film-card/FilmCard').then((m) => ({ default: m.FilmCard })));

/** A film's card in a row: its code comes after the first answer, its room is there before. */
export function FilmFace({ item }: { item: number }) {
  const movies = useApp((s) => (s.answer?.source === 'live' ? s.catalogue?.movies : undefined));
  return (
    <span className="film-face" aria-hidden>
      {movies && (
        <Suspense>
          <FilmCard
            title={movies.title[item]}
            year={movies.year[item]}
            genres={movies.genres[item]}
            detail="figure"
          />
        </Suspense>
      )}
    </span>
  );
}
