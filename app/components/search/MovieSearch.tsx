import { Search } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { useAddMovie } from '../common/useAddMovie';
import { indexTitles, findTitles } from './match';
import { SearchResults } from './SearchResults';
import './movie-search.css';

/** A field that finds any movie of the catalogue and adds it to the support set. */
export function MovieSearch() {
  const t = useStrings().search;
  const catalogue = useApp((s) => s.catalogue);
  const setting = useApp((s) => s.setting);
  const add = useAddMovie();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);

  // Built at the first letter, not at the start: nobody waits for it.
  const wanted = useDeferredValue(typed);
  const searching = wanted.trim() !== '';
  const index = useMemo(
    () =>
      searching && catalogue ? indexTitles(catalogue.movies.title, catalogue.movies.year) : null,
    [searching, catalogue],
  );
  const found = useMemo(() => (index ? findTitles(index, wanted) : []), [index, wanted]);
  const chosen = Math.min(active, found.length - 1);

  const choose = (item: number, liked: boolean) => {
    add(item, liked);
    setTyped('');
    setOpen(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // An input method's own keys: its Enter ends a word, and chooses no movie.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && (open || typed)) {
      event.stopPropagation();
      setOpen(false);
      setTyped('');
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (found.length) setActive((chosen + step + found.length) % found.length);
    } else if (event.key === 'Enter' && open && found.length) {
      event.preventDefault();
      choose(found[chosen], !event.shiftKey);
    }
  };

  const expanded = open && searching;
  return (
    <div
      className="movie-search"
      ref={box}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <Search size={14} aria-hidden />
      <input
        type="text"
        role="combobox"
        aria-label={t.label}
        aria-expanded={expanded}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={expanded && found.length ? `${listId}-${found[chosen]}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {expanded && (
        <div className="search-popup">
          {!catalogue ? (
            <p className="search-none">{t.loading}</p>
          ) : found.length === 0 ? (
            <p className="search-none" role="status">
              {t.none(wanted.trim())}
            </p>
          ) : (
            <>
              <SearchResults id={listId} found={found} active={chosen} onChoose={choose} />
              <p className="search-foot">
                <span role="status">{t.found(found.length)}</span> · {t.hint[setting]}
              </p>
            </>
          )}
        </div>
      )}
    </div>
  );
}
