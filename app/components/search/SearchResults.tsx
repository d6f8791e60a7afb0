import { useVirtualizer } from '@tanstack/react-virtual';
import { Minus, Plus } from 'lucide-react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useStrings } from '../../strings';
import { useMedia } from '../common/media';
import { useMovieDrag } from '../common/movie-drag';

/** Height of a row: for a finger, as tall as one. */
const ROW = { fine: 34, coarse: 44 };
/** Rows that are shown at most, and what the line below them takes. */
export const MOST = 8;
const FEWEST = 2;
const FOOT = 36;

type Choose = (item: number, liked: boolean, byFinger: boolean) => void;

const byFinger = ({ nativeEvent }: MouseEvent): boolean =>
  nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch';

interface ResultProps {
  id: string;
  item: number;
  active: boolean;
  y: number;
  position: number;
  of: number;
  onChoose: Choose;
}

function Result({ id, item, active, y, position, of, onChoose }: ResultProps) {
  const t = useStrings();
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const setting = useApp((s) => s.setting);
  const taken = useApp((s) => s.support[s.setting].items.some((pair) => pair.item === item));
  const { title, year } = movieLabel({ catalogue, recordedTitles }, item);
  const { dragProps } = useMovieDrag(item, title);
  return (
    <div
      role="option"
      id={id}
      aria-selected={active}
      aria-posinset={position + 1}
      aria-setsize={of}
      aria-label={`${t.common.movie(title, year)}${taken ? `, ${t.search.already}` : ''}`}
      className="search-result"
      data-active={active || undefined}
      data-taken={taken || undefined}
      style={{ transform: `translateY(${y}px)` }}
      onClick={(event) => onChoose(item, true, byFinger(event))}
      {...dragProps}
    >
      <span className="search-title" translate="no" title={title}>
        <span>{title}</span> <small className="num">{year}</small>
      </span>
      {/* Options hold no buttons for assistive technology: Enter and Shift Enter do the same. */}
      <span className="search-add" aria-hidden>
        <i title={setting === 'scenario' ? t.search.addLiked : t.search.addRated}>
          <Plus size={15} />
        </i>
        {setting === 'scenario' && (
          <i
            title={t.search.addDisliked}
            className="minus"
            onClick={(event) => {
              event.stopPropagation();
              onChoose(item, false, byFinger(event));
            }}
          >
            <Minus size={15} />
          </i>
        )}
      </span>
    </div>
  );
}

/** The titles that were found: as many as there are, only those in sight drawn. */
export function SearchResults({
  id,
  found,
  active,
  room,
  onChoose,
}: {
  id: string;
  found: readonly number[];
  /** Position of the option that Enter takes. */
  active: number;
  /** Pixels there are for the list and the line below it. */
  room: number;
  onChoose: Choose;
}) {
  const t = useStrings().search;
  const rowHeight = ROW[useMedia('(pointer: coarse)') ? 'coarse' : 'fine'];
  const scroller = useRef<HTMLDivElement>(null);
  // No compiler memoizes this page, which is what the rule warns of.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  useEffect(() => virtual.scrollToIndex(active), [active, virtual]);
  const rows = Math.min(MOST, Math.max(FEWEST, (room - FOOT) / rowHeight));
  const height = Math.min(rows, found.length) * rowHeight;
  return (
    <div
      className="search-list"
      id={id}
      role="listbox"
      aria-label={t.label}
      ref={scroller}
      style={{ height }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <Result
            key={found[index]}
            id={`${id}-${found[index]}`}
            item={found[index]}
            active={index === active}
            y={start}
            position={index}
            of={found.length}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  );
}
