import type { TasteLists } from '../../protocol/tastes';
import type { SupportItem } from '../../protocol/vocabulary';
import type { TasteOf } from './tastes';

/** Width of the picture in its own units; it is stretched over the gap between the lists. */
const WIDTH = 100;
/** Weights below this make no line. */
const LEAST = 0.03;

interface LinesProps {
  lists: TasteLists;
  films: readonly SupportItem[];
  /** Films that are shown; the others have no place to start from. */
  shown: number;
  tasteOf: TasteOf;
  selected: number;
}

/** Lines from each film to each recommendation, as strong as its weight. */
export function Lines({ lists, films, shown, tasteOf, selected }: LinesProps) {
  const rows = lists.attention.length;
  const height = rows * 10;
  const from = (film: number) => ((film + 0.5) / shown) * height;
  const to = (row: number) => (row + 0.5) * 10;
  const lines = Array.from({ length: rows }, (_, row) =>
    films.slice(0, shown).map(({ item, label }, film) => ({
      row,
      film,
      liked: label === 1,
      taste: tasteOf(item),
      weight: (label === 1 ? lists.likes : lists.dislikes)[row * films.length + film],
    })),
  )
    .flat()
    .filter(({ weight }) => weight >= LEAST);
  return (
    <svg
      className="taste-lines"
      viewBox={`0 0 ${WIDTH} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {lines.map(({ row, film, liked, taste, weight }) => (
        <path
          key={`${row} ${film}`}
          d={`M0,${from(film)} C${WIDTH / 2},${from(film)} ${WIDTH / 2},${to(row)} ${WIDTH},${to(row)}`}
          data-taste={liked ? taste : 'disliked'}
          data-row={row}
          className={row === selected ? 'is-selected' : undefined}
          strokeWidth={1 + 5 * weight}
          strokeOpacity={row === selected ? 0.35 + 0.65 * weight : 0.06 + 0.5 * weight}
        />
      ))}
    </svg>
  );
}
