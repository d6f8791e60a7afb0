import { useRef } from 'react';
import { useDrop } from 'react-aria';
import type { SupportItem } from '../../protocol/vocabulary';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { droppedMovies, takesMovies } from '../common/movie-drag';
import { addMovie, DEFAULT_STARS } from '../common/useAddMovie';
import { TrayRow } from './TrayRow';
import './tray.css';

/** Movies of one label, and the place to drop more: liked, disliked, or rated with stars. */
export function Tray({
  kind,
  label,
  title,
  empty,
  items,
}: {
  kind: 'liked' | 'disliked' | 'rated';
  /** Label of what is dropped here; null: a movie keeps its stars or gets the usual ones. */
  label: number | null;
  title: string;
  empty: string;
  items: readonly SupportItem[];
}) {
  const t = useStrings().support;
  const incoming = useApp((s) =>
    label === null ? 0 : s.incoming.filter((pair) => pair.label === label).length,
  );
  const ref = useRef<HTMLElement>(null);
  const { dropProps, isDropTarget } = useDrop({
    ref,
    getDropOperation: takesMovies,
    onDrop: async (event) => {
      for (const item of await droppedMovies(event)) {
        const current = items.find((pair) => pair.item === item);
        addMovie(item, label ?? current?.label ?? DEFAULT_STARS);
      }
    },
  });
  return (
    <section
      className={`tray tray-${kind}`}
      aria-label={t.tray(title, items.length)}
      ref={ref}
      data-tray={label ?? 'rated'}
      data-drop-target={isDropTarget || undefined}
      {...dropProps}
    >
      <h3>
        {title} <span className="num">{t.count(items.length)}</span>
        {incoming > 0 && (
          <em role="status" data-testid="arriving">
            {t.arriving(incoming)}
          </em>
        )}
      </h3>
      {items.length === 0 ? (
        <p className="tray-empty">{empty}</p>
      ) : (
        <ul>
          {items.map((pair) => (
            <TrayRow key={pair.item} pair={pair} kind={kind} />
          ))}
        </ul>
      )}
    </section>
  );
}
