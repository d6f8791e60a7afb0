import { Minus, Plus } from 'lucide-react';
import { memo } from 'react';
import type { PageSetting } from '../../workers/protocol';
import type { MovieLabel } from '../../store/catalogue';
import { useLanguage, useStrings } from '../../strings';
import { useMovieDrag } from '../common/movie-drag';
import { RowButton } from '../common/RowButton';
import { decimals, integer } from '../common/numbers';
import { moveOf } from './view';

export interface RankRowProps extends MovieLabel {
  item: number;
  rank: number;
  y: number;
  score: number;
  /** Places gained; `NEW` for one that was not listed; null where nothing is compared. */
  places: number | null;
  setting: PageSetting;
  selected: boolean;
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
const ARROWS = { up: '▲', down: '▼', same: '·', new: '✦', none: '' };

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
  const shown = decimals(score, 2, language);
  const move = moveOf(props.places);
  const places = 'places' in move ? integer(move.places, language) : '';
  const moved = {
    up: () => r.up('places' in move ? move.places : 0),
    down: () => r.down('places' in move ? move.places : 0),
    same: () => r.same,
    new: () => r.entered,
    none: () => '',
  }[move.kind]();
  const name = setting === 'genre' ? r.row : r.starsRow;
  const explains = (setting === 'genre' ? r.explain : r.explainStars)(title, shown);
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
        aria-label={name(rank, t.common.movie(title, year), shown, moved).replace(/, $/, '')}
        tabIndex={tab}
        onClick={() => props.onSelect(item)}
      >
        <span className="rank-number num">{rank}</span>
        <span className="rank-title" title={t.common.movie(title, year)}>
          <span>{title}</span> <small className="num">{year}</small>
        </span>
      </button>
      <button
        type="button"
        className="rank-score num"
        aria-label={explains}
        title={explains}
        tabIndex={tab}
        onClick={() => props.onExplain(item)}
      >
        {setting === 'genre' ? (
          <span className="rank-bar" data-score={shown}>
            <i />
          </span>
        ) : (
          <span className="rank-stars">
            ★ {decimals(Math.min(5, Math.max(0.5, score)), 1, language)}
          </span>
        )}
      </button>
      <span className={`rank-move num move-${move.kind}`} aria-hidden="true">
        {ARROWS[move.kind]} {places}
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
  const add = (setting === 'genre' ? t.add : t.rate)(title);
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
      {setting === 'genre' && (
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
