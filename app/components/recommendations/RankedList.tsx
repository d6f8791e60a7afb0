import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { PageSetting } from '../../protocol/vocabulary';
import type { MovieLabel } from '../../store/catalogue';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { useReducedMotion } from '../common/media';
import { RankRow } from './RankRow';
import type { Note } from './reasons';
import { useRankMotion } from './useRankMotion';
import { useScoreBars } from './useScoreBars';
import type { RankedView } from './view';
import './ranked-list.css';

/** Rows of the phone layout, where a list inside the page must not scroll by itself. */
const PAGE = 12;
const NEXT_PAGE = 24;

export interface RankedListProps {
  view: RankedView;
  setting: PageSetting;
  selected: number | null;
  /** Places that items would move without the support movie that is pointed at; null: none is. */
  without: ReadonlyMap<number, number> | null;
  labelOf: (item: number) => MovieLabel;
  /** Why a movie is here, in a few words. */
  noteOf: (item: number) => Note;
  /** `scroll`: a window on the whole list. `pages`: the first rows, more on demand. */
  layout: 'scroll' | 'pages';
  rowHeight: number;
  onSelect: (item: number) => void;
  onExplain: (item: number) => void;
  onAdd: (item: number, liked: boolean) => void;
}

/** The ranking, best first: only the rows in sight exist. */
export function RankedList(props: RankedListProps) {
  const { view, setting, selected, without, labelOf, noteOf, layout, rowHeight } = props;
  const { list, ranks, moves, scores, scale, support } = view;
  const playing = useApp((s) => s.mode === 'play');
  const t = useStrings().recommendations;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef<HTMLOListElement>(null);
  const [pages, setPages] = useState(PAGE);
  const [current, setCurrent] = useState(0);
  const reducedMotion = useReducedMotion();

  // No compiler memoizes this page, which is what the rule warns of.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: layout === 'scroll' ? list.length : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const windowed = virtual.getVirtualItems();
  const shown = Math.min(pages, list.length);
  const start = layout === 'pages' ? 0 : (windowed[0]?.index ?? 0);
  const end = layout === 'pages' ? shown : (windowed.at(-1)?.index ?? -1) + 1;
  useRankMotion({ list, ranks, rowHeight, container: rows, support, playing, reducedMotion });

  /** Moves the Tab stop; the row may have to be scrolled into being first. */
  const focusRow = (position: number) => {
    const target = Math.max(0, Math.min(list.length - 1, position));
    if (layout === 'pages' && target >= shown) return;
    setCurrent(target);
    virtual.scrollToIndex(target);
    requestAnimationFrame(() =>
      rows.current?.querySelector<HTMLElement>(`[data-rank='${target + 1}'] .rank-pick`)?.focus(),
    );
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, end - start - 8);
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: list.length - 1,
    };
    if (!(event.key in steps)) return;
    event.preventDefault();
    focusRow(steps[event.key]);
  };

  const placesOf = (item: number, position: number): number | null =>
    without ? (without.get(item) ?? null) : moves && moves[position];

  // The Tab stop must be a row that exists.
  const stop = current >= start && current < end ? current : start;
  const drawn = [...list.subarray(start, end)];
  useScoreBars({ container: rows, drawn, scores, scale });
  const height = (layout === 'pages' ? shown : list.length) * rowHeight;

  return (
    <div
      className={`ranked ranked-${layout}`}
      data-without={without !== null || undefined}
      ref={scroller}
      // A region that scrolls must be reachable: its rows are, by arrow keys.
      onKeyDown={onKeyDown}
    >
      <ol className="ranked-rows" ref={rows} style={{ height }} aria-label={t.list(list.length)}>
        {drawn.map((item, k) => {
          const position = start + k;
          const [note, fullNote] = noteOf(item);
          return (
            // By place, not by movie: what has changed is written into rows that are there.
            <RankRow
              key={position}
              item={item}
              {...labelOf(item)}
              rank={ranks[item]}
              of={list.length}
              y={position * rowHeight}
              score={scores[item]}
              note={note}
              fullNote={fullNote}
              places={placesOf(item, position)}
              guessed={without !== null}
              setting={setting}
              selected={item === selected}
              current={position === stop}
              onSelect={props.onSelect}
              onExplain={props.onExplain}
              onAdd={props.onAdd}
            />
          );
        })}
      </ol>
      {layout === 'pages' && shown < list.length && (
        <Button className="button ranked-more" onPress={() => setPages(pages + NEXT_PAGE)}>
          {t.more(Math.min(NEXT_PAGE, list.length - shown))}
        </Button>
      )}
    </div>
  );
}
