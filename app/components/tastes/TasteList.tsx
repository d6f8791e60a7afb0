import { ListBox, ListBoxItem } from 'react-aria-components';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useLazyStrings } from '../../strings/lazy';
import { sharesOf, type Taste, type TasteOf } from './tastes';

const LETTERS: Record<Taste, string> = { a: 'A', b: 'B', both: 'AB', neither: '·' };

/** Which taste a film is of: a letter, and a colour. */
export function Mark({ taste }: { taste: Taste }) {
  const t = useLazyStrings().tastes;
  const words: Partial<Record<Taste, string>> = { both: t.both, neither: t.neither };
  return (
    <span className="taste-mark" data-taste={taste} aria-label={words[taste]}>
      {LETTERS[taste]}
    </span>
  );
}

interface TasteListProps {
  title: string;
  sub: string;
  items: Uint32Array;
  tasteOf: TasteOf;
  name: 'vector' | 'attention';
  /** Chosen row, where rows can be chosen. */
  selected?: number;
  onSelect?: (row: number) => void;
}

/** One ranking, its films marked by taste, and how many are of each. */
export function TasteList(props: TasteListProps) {
  const { title, sub, items, tasteOf, name, selected, onSelect } = props;
  const t = useLazyStrings().tastes;
  const { a, b } = sharesOf(items, tasteOf);
  return (
    <div className="taste-list" data-list={name} data-a={a} data-b={b}>
      <TasteHead
        title={title}
        sub={sub}
        a={a}
        b={b}
        of={items.length}
        share={t.share(a, b, items.length)}
      />
      <ListBox
        aria-label={title}
        selectionMode={onSelect ? 'single' : 'none'}
        // The row that the arrow keys reach is the one whose films are named.
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={selected === undefined ? [] : [selected]}
        onSelectionChange={(keys) => keys !== 'all' && onSelect?.(Number([...keys][0]))}
      >
        {Array.from(items, (item, row) => (
          <Row key={row} id={row} item={item} taste={tasteOf(item)} onHover={onSelect} />
        ))}
      </ListBox>
    </div>
  );
}

function Row(props: { id: number; item: number; taste: Taste; onHover?: (row: number) => void }) {
  const { id, item, taste, onHover } = props;
  const title = useApp((state) => movieLabel(state, item).title);
  return (
    <ListBoxItem id={id} textValue={title} className="taste-row" onHoverStart={() => onHover?.(id)}>
      <span className="taste-place num">{id + 1}</span>
      <Mark taste={taste} />
      <span className="taste-title" title={title}>
        {title}
      </span>
    </ListBoxItem>
  );
}

interface HeadProps {
  title: string;
  sub: string;
  a: number;
  b: number;
  of: number;
  share: string;
}

function TasteHead({ title, sub, a, b, of, share }: HeadProps) {
  const wide = (count: number) => `${(100 * count) / Math.max(1, of, a + b)}%`;
  return (
    <div className="taste-head">
      <h4>{title}</h4>
      <p>{sub}</p>
      <div className="taste-bar" aria-hidden="true">
        <i data-taste="a" style={{ width: wide(a) }} />
        <i data-taste="b" style={{ width: wide(b) }} />
      </div>
      <p className="num taste-share">{share}</p>
    </div>
  );
}
