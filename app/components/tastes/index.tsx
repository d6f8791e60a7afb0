import { useEffect, useMemo, useRef, useState } from 'react';
import { Button, Label, Slider, SliderOutput, SliderThumb, SliderTrack, ToggleButton } from 'react-aria-components'; // prettier-ignore
import type { SupportItem } from '../../protocol/vocabulary';
import { store, useApp } from '../../store';
import { movieLabel, type Catalogue } from '../../store/catalogue';
import { replace } from '../../store/support-edits';
import { useLazyStrings } from '../../strings/lazy';
import { Figure, type FigureTable } from '../figure/Figure';
import { Lines } from './Lines';
import { TasteList } from './TasteList';
import { BY_CHANCE, likesBehind, likesOf, pairHeld, pairsOf, tasteOf, type Pair } from './tastes';
import './tastes.css';
import { useTasteLists, type Answered } from './useTasteLists';
import { fixed } from '../figure/numbers';
import { YourFilms } from './YourFilms';

/** Films beside the lines; more would leave each a sliver. */
const MOST_FILMS = 12;
/** Films named behind a recommendation. */
const NAMED = 3;

/** Likes of both tastes in place of the support set: one step of undo. */
export function likeBoth(catalogue: Catalogue, pair: Pair): void {
  store.getState().setSetting('scenario');
  store.getState().editSupport(replace(likesOf(catalogue, pair)));
}

/** The scene 'Two tastes': one vector and attention side by side, on the visitor's own support set. */
export function TwoTastes() {
  const catalogue = useApp((state) => state.catalogue);
  const pairs = useMemo(() => (catalogue ? pairsOf(catalogue) : []), [catalogue]);
  if (!catalogue || pairs.length === 0) return null;
  return <Scene catalogue={catalogue} pairs={pairs} />;
}

function Scene({ catalogue, pairs }: { catalogue: Catalogue; pairs: readonly Pair[] }) {
  const t = useLazyStrings().tastes;
  const support = useApp((state) => state.support.scenario.items);
  // None has been pressed: past the end.
  const [chosen, setChosen] = useState(pairs.length);
  const [sharpness, setSharpness] = useState(1);
  const region = useRef<HTMLDivElement>(null);
  const seen = useNear(region);
  const { answered, state, again } = useTasteLists(support, sharpness, seen);
  // Lists are shown of both tastes alone: of one, they are alike, and say nothing.
  const held = (films: readonly SupportItem[]) =>
    pairHeld(catalogue, pairs.slice(chosen, chosen + 1), films, 0) ??
    pairHeld(catalogue, pairs, films, BY_CHANCE);
  const pair = held(support);
  // The newest answer may be of the support set before, and of another pair.
  const pictured = answered && held(answered.support);
  const shown = !pair ? 'empty' : state === 'ready' && !pictured ? 'waiting' : state;
  return (
    <div className="tastes" ref={region} data-state={shown} aria-busy={shown === 'waiting'}>
      <div className="taste-presses" role="group" aria-label={t.press}>
        <span>{t.press}</span>
        {pairs.map((each, k) => (
          <ToggleButton
            key={each.a.id}
            className="button small-button"
            isSelected={each === pair}
            onChange={() => {
              setChosen(k);
              likeBoth(catalogue, each);
            }}
          >
            <i className="taste-dot" data-taste="a" /> {each.a.name}{' '}
            <i className="taste-dot" data-taste="b" /> {each.b.name}
          </ToggleButton>
        ))}
      </div>
      {!pair && <p className="taste-note">{t.empty}</p>}
      {state === 'failed' && (
        <p className="taste-note" role="alert">
          {t.failed}{' '}
          <Button className="button small-button" onPress={again}>
            {t.again}
          </Button>
        </p>
      )}
      {answered && !answered.lists.trained && <p className="taste-note">{t.untrained}</p>}
      {shown === 'waiting' && !pictured && (
        <p className="taste-note" role="status">
          {t.waiting}
        </p>
      )}
      {pair && pictured && answered.lists.trained && (
        <Picture
          answered={answered}
          pair={pictured}
          catalogue={catalogue}
          sharpness={sharpness}
          onSharpness={setSharpness}
        />
      )}
    </div>
  );
}

interface PictureProps {
  answered: Answered;
  pair: Pair;
  catalogue: Catalogue;
  sharpness: number;
  onSharpness: (sharpness: number) => void;
}

function Picture({ answered, pair, catalogue, sharpness, onSharpness }: PictureProps) {
  const t = useLazyStrings().tastes;
  const { lists, support } = answered;
  const [selected, setSelected] = useState(0);
  const taste = useMemo(() => tasteOf(catalogue, pair), [catalogue, pair]);
  const shown = Math.min(MOST_FILMS, support.length);
  const titleOf = (item: number) =>
    movieLabel({ catalogue, recordedTitles: new Map() }, item).title;
  const behind = likesBehind(lists, support.length, selected);
  const table = (): FigureTable => ({
    columns: [
      t.columns.place,
      t.columns.vector,
      t.columns.taste,
      t.columns.attention,
      t.columns.taste,
      ...support.map(({ item }) => t.columns.weight(titleOf(item))),
    ],
    rows: Array.from(lists.attention, (item, row) => [
      String(row + 1),
      titleOf(lists.vector[row]),
      taste(lists.vector[row]),
      titleOf(item),
      taste(item),
      ...support.map(({ label }, film) =>
        fixed((label === 1 ? lists.likes : lists.dislikes)[row * support.length + film], 3),
      ),
    ]),
  });
  return (
    <Figure
      label={t.label(pair.a.name, pair.b.name)}
      fileName="two-tastes"
      table={table}
      tools={<Sharpness value={sharpness} onChange={onSharpness} />}
    >
      <p className="taste-legend">
        <span>
          <i className="taste-dot" data-taste="a" /> A {pair.a.name}
        </span>
        <span>
          <i className="taste-dot" data-taste="b" /> B {pair.b.name}
        </span>
      </p>
      <div className="taste-grid">
        <TasteList
          title={t.vector}
          sub={t.vectorSub}
          items={lists.vector}
          tasteOf={taste}
          name="vector"
        />
        <YourFilms films={support} shown={shown} tasteOf={taste} />
        <Lines lists={lists} films={support} shown={shown} tasteOf={taste} selected={selected} />
        <TasteList
          title={t.attention}
          sub={t.attentionSub}
          items={lists.attention}
          tasteOf={taste}
          name="attention"
          selected={selected}
          onSelect={setSelected}
        />
      </div>
      <p className="taste-because" role="status" data-testid="taste-because">
        {behind.length === 0
          ? t.noLikes
          : t.because(
              titleOf(lists.attention[selected]),
              behind
                .slice(0, NAMED)
                .map(({ film, weight }) => [titleOf(support[film].item), fixed(weight, 2)]),
            )}
      </p>
      <p className="taste-made">{t.made}</p>
    </Figure>
  );
}

/** From weights that are all alike to the learned ones. */
function Sharpness({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const t = useLazyStrings().tastes;
  return (
    <Slider
      className="figure-slider taste-sharpness"
      minValue={0}
      maxValue={1}
      step={0.05}
      value={value}
      onChange={onChange}
    >
      <Label>{t.sharpness}</Label>
      <SliderOutput>
        {value === 0 ? t.uniform : value === 1 ? t.learned : fixed(value, 2)}
      </SliderOutput>
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" />
      </SliderTrack>
    </Slider>
  );
}

/** Whether the element was near the window once and still is. */
function useNear(target: React.RefObject<Element | null>): boolean {
  const [near, setNear] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setNear(entry.isIntersecting), {
      rootMargin: '200px',
    });
    observer.observe(target.current!);
    return () => observer.disconnect();
  }, [target]);
  return near;
}
