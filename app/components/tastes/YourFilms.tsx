import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SupportItem } from '../../protocol/vocabulary';
import { store, useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { put } from '../../store/support-edits';
import { useLazyStrings } from '../../strings/lazy';
import { useSinglePress } from '../common/single-press';
import type { TasteOf } from './tastes';
import { Mark } from './TasteList';

interface YourFilmsProps {
  films: readonly SupportItem[];
  shown: number;
  tasteOf: TasteOf;
}

/** The support set beside the lines; a press turns a like into a dislike and back. */
export function YourFilms({ films, shown, tasteOf }: YourFilmsProps) {
  const t = useLazyStrings().tastes;
  return (
    <div className="taste-films">
      <div className="taste-head">
        <h4>{t.yours}</h4>
        {films.length > shown && <p>{t.more(films.length - shown)}</p>}
      </div>
      <ul>
        {films.slice(0, shown).map((pair) => (
          <Film key={pair.item} pair={pair} tasteOf={tasteOf} />
        ))}
      </ul>
    </div>
  );
}

function Film({ pair: { item, label }, tasteOf }: { pair: SupportItem; tasteOf: TasteOf }) {
  const t = useLazyStrings().tastes;
  const title = useApp((state) => movieLabel(state, item).title);
  const liked = label === 1;
  const press = useSinglePress();
  const turn = () => {
    store.getState().setSetting('scenario');
    store.getState().editSupport(put(item, liked ? 0 : 1));
  };
  return (
    <li data-liked={liked}>
      <Mark taste={tasteOf(item)} />
      <span className="taste-title" title={title}>
        {title}
        {!liked && <em> {t.disliked}</em>}
      </span>
      <Button
        className="taste-turn"
        aria-label={liked ? t.dislike(title) : t.like(title)}
        onPress={press(turn)}
      >
        {liked ? (
          <ThumbsDown size={13} aria-hidden="true" />
        ) : (
          <ThumbsUp size={13} aria-hidden="true" />
        )}
      </Button>
    </li>
  );
}
