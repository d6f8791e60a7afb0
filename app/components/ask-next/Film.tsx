import { useApp } from '../../store';
import { FilmCard } from '../film-card/FilmCard';

/** The card of a film, its title and year beside it. */
export function Film({ item }: { item: number }) {
  const movies = useApp((s) => s.catalogue?.movies);
  if (!movies) return null;
  const [title, year] = [movies.title[item], movies.year[item] || null];
  return (
    <>
      <FilmCard title={title} year={year} genres={movies.genres[item]} detail="figure" />
      <p className="ask-title" role="status" translate="no">
        <b>{title}</b> {year}
      </p>
    </>
  );
}
