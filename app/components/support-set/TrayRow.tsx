import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { memo, useEffect } from 'react';
import { store, useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { put, remove } from '../../store/support-edits';
import type { SupportItem } from '../../protocol/vocabulary';
import { useStrings } from '../../strings';
import { FilmFace } from '../common/FilmFace';
import { isMoved } from '../common/is-moved';
import { useMovieDrag } from '../common/movie-drag';
import { RowButton } from '../common/RowButton';
import { Stars } from './Stars';

/** Before a row leaves its tray its neighbour takes over the focus, or the search where there is none. */
function passFocusOn(button: Element): void {
  const row = button.closest('li');
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling;
  const heir =
    neighbour?.querySelector<HTMLElement>('.tray-tools button:last-child') ??
    button.closest('.panel')?.querySelector<HTMLElement>('.movie-search input');
  const { activeElement } = document;
  if (row?.contains(activeElement) && activeElement?.matches(':focus-visible')) heir?.focus();
  // The visitor did not move there: nothing is previewed.
  store.getState().hoverSupport(null);
}

/** One support pair: the movie, its label, and ways to change or remove it. */
export const TrayRow = memo(function TrayRow({
  pair: { item, label },
  kind,
}: {
  pair: SupportItem;
  kind: 'liked' | 'disliked' | 'rated';
}) {
  const t = useStrings();
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const editSupport = useApp((s) => s.editSupport);
  const hover = useApp((s) => s.hoverSupport);
  const isPointedAt = useApp((s) => s.hoveredSupport === item);
  const { title, year } = movieLabel({ catalogue, recordedTitles }, item);
  const { dragProps, isDragging } = useMovieDrag(item, title);
  // A row that goes, however it goes, is pointed at no longer: brought back, it previews nothing.
  useEffect(
    () => () => void (store.getState().hoveredSupport === item && hover(null)),
    [item, hover],
  );
  const toLiked = kind === 'disliked';
  return (
    <li
      className="tray-row"
      data-support={item}
      data-label={label}
      data-dragging={isDragging || undefined}
      data-pointed={isPointedAt || undefined}
      // Not on entering: rows that move under a resting pointer enter it too, and nobody pointed at them.
      onPointerMove={({ pointerType }) =>
        isMoved() && !isPointedAt && pointerType !== 'touch' && hover(item)
      }
      // A finger has no hover: a tap shows what the movie does, a tap elsewhere ends it.
      onPointerLeave={({ pointerType }) => pointerType !== 'touch' && hover(null)}
      onPointerUp={({ pointerType }) => pointerType === 'touch' && hover(item)}
      onFocus={() => hover(item)}
      onBlur={() => hover(null)}
      {...dragProps}
    >
      <FilmFace item={item} />
      <span className="tray-title" translate="no" title={t.common.movie(title, year)}>
        {title}
      </span>
      {kind === 'rated' ? (
        <Stars
          value={label}
          label={t.support.rating(title)}
          onChange={(stars) => editSupport(put(item, stars))}
        />
      ) : (
        <small className="num" translate="no">
          {year}
        </small>
      )}
      <span className="tray-tools">
        {kind !== 'rated' && (
          <RowButton
            label={(toLiked ? t.support.toLiked : t.support.toDisliked)(title)}
            onPress={({ currentTarget }) => {
              passFocusOn(currentTarget);
              editSupport(put(item, toLiked ? 1 : 0));
            }}
          >
            {toLiked ? <ArrowUp size={14} aria-hidden /> : <ArrowDown size={14} aria-hidden />}
          </RowButton>
        )}
        <RowButton
          label={t.support.remove(title)}
          onPress={({ currentTarget }) => {
            passFocusOn(currentTarget);
            editSupport(remove(item));
          }}
        >
          <X size={14} aria-hidden />
        </RowButton>
      </span>
    </li>
  );
});
