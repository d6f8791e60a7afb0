import { Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import type { PageSetting } from '../../protocol/vocabulary';
import type { MovieLabel } from '../../store/catalogue';
import { useLanguage, useStrings } from '../../strings';
import { FilmFace } from '../common/FilmFace';
import { useMovieDrag } from '../common/movie-drag';
import { RowButton } from '../common/RowButton';
import { decimals } from '../common/numbers';
import { starsText } from '../common/stars';
import { moveOf } from './view';

export interface RankRowProps extends MovieLabel {
  item: number;
  rank: number;
  y: number;
  score: number;
  /** Places gained; `NEW` for one that was not listed; null where nothing is compared. */
  places: number | null;
  /** The places are what would be, not what was: a support movie is pointed at. */
  guessed: boolean;
  setting: PageSetting;
  selected: boolean;
  /** Why it is here: the support movie that speaks for it, or how its stars differ; empty: not known. */
  note: string;
  /** The same with nothing shortened. */
  fullNote: string;
  /** The one row that Tab stops at. */
  current: boolean;
  /** Length of the whole list. */
  of: number;
  onSelect: (item: number) => void;
  onExplain: (item: number) => void;
  onAdd: (item: number, liked: boolean) => void;
}

const LIKE = <Plus size={15} aria-hidden />;
const DISLIKE = <Minus size={15} aria-hidden />;

/**
 * One recommendation: the whole row selects it, the score explains itself, and buttons add the movie
 * to the support set.
 */
export const RankRow = memo(function RankRow(props: RankRowProps) {
  const { item, rank, title, year, y, score, setting, selected, current } = props;
  const t = useStrings();
  const language = useLanguage();
  const r = t.recommendations;
  const { dragProps, isDragging } = useMovieDrag(item, title);
  // On screen and in words the same number.
  const shown = setting === 'scenario' ? decimals(score, 2, language) : starsText(score, language);
  const move = moveOf(props.places);
  const { places } = props;
  // In words, where it was; of a support movie that is pointed at, where it would go without it.
  const was = 'places' in move && !props.guessed ? r.was(rank + places!) : '';
  const would = 'places' in move && props.guessed ? r.would(rank - places!) : '';
  const cell = { up: was || would, down: was || would, same: r.same, new: r.fresh, none: '' };
  const moved = {
    up: () => r.up('places' in move ? move.places : 0),
    down: () => r.down('places' in move ? move.places : 0),
    same: () => r.same,
    new: () => r.entered,
    none: () => '',
  }[move.kind]();
  const told = was ? r.moved(moved, was) : moved;
  const movie = t.common.movie(title, year);
  const name = setting === 'scenario' ? r.row : r.starsRow;
  const explains = (setting === 'scenario' ? r.explain : r.explainStars)(title, shown);
  const tab = current ? 0 : -1;
  return (
    <li
      className="rank-row"
      data-item={item}
      data-rank={rank}
      data-score={score}
      data-selected={selected || undefined}
      data-dragging={isDragging || undefined}
      aria-posinset={rank}
      aria-setsize={props.of}
      style={{ transform: `translateY(${y}px)` }}
      {...dragProps}
    >
      <button
        type="button"
        className="rank-pick"
        aria-pressed={selected}
        aria-description={props.fullNote || undefined}
        aria-label={name(rank, movie, shown, told).replace(/, $/, '')}
        tabIndex={tab}
        onClick={() => props.onSelect(item)}
      >
        <span className="rank-number num" translate="no">
          {rank}
        </span>
        <FilmFace item={item} />
        <span
          className="rank-title"
          translate="no"
          title={`${was ? r.moved(movie, was) : movie} ${props.fullNote}`.trim()}
        >
          <span>{title}</span>{' '}
          <small className="num">
            <span className="rank-year">{props.note && year ? `${year} · ` : year}</span>
            {props.note && <span className="rank-note">{props.note}</span>}
          </small>
        </span>
      </button>
      <button
        type="button"
        className="rank-score num"
        translate="no"
        aria-label={explains}
        title={explains}
        tabIndex={tab}
        onClick={() => props.onExplain(item)}
      >
        {setting === 'scenario' ? (
          <span className="rank-bar" data-score={shown}>
            <i />
          </span>
        ) : (
          <span className="rank-stars">★ {shown}</span>
        )}
      </button>
      <span className={`rank-move num move-${move.kind}`} translate="no" aria-hidden="true">
        {cell[move.kind]}
      </span>
      <RowTools item={item} title={title} setting={setting} tabIndex={tab} onAdd={props.onAdd} />
    </li>
  );
});

interface RowToolsProps {
  item: number;
  title: string;
  setting: PageSetting;
  tabIndex: number;
  onAdd: (item: number, liked: boolean) => void;
}

/** Adds the movie to the support set. */
const RowTools = memo(function RowTools({ item, title, setting, tabIndex, onAdd }: RowToolsProps) {
  const t = useStrings().recommendations;
  const add = (setting === 'scenario' ? t.add : t.rate)(title);
  return (
    <span className="rank-add">
      <RowButton
        className="add-like"
        label={add}
        tabIndex={tabIndex}
        onPress={() => onAdd(item, true)}
      >
        {LIKE}
      </RowButton>
      {setting === 'scenario' && (
        <RowButton
          className="add-dislike"
          label={t.dislike(title)}
          tabIndex={tabIndex}
          onPress={() => onAdd(item, false)}
        >
          {DISLIKE}
        </RowButton>
      )}
    </span>
  );
});
