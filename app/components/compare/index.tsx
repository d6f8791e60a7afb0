import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { ModulationViews } from '../../protocol/adapter';
import type { Variant } from '../../protocol/vocabulary';
import { useApp } from '../../store';
import type { Answer, Pinned } from '../../store/adaptation';
import { movieLabel } from '../../store/catalogue';
import { genreOfFilms } from '../../store/genre-of-films';
import { currentVariant } from '../../store/model';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals } from '../common/numbers';
import { Panel } from '../common/Panel';
import { useSeen } from '../common/visibility';
import { Segmented } from '../common/Segmented';
import { fixed } from '../figure/numbers';
import { featureAt } from '../explain/feature-names';
import { partAt } from '../explain/attention';
import { useFeatureName } from '../explain/useFeatureName';
import { Changes } from './Changes';
import {
  apart,
  contextChanges,
  largestChanges,
  modulationChanges,
  slopes,
  type Change,
  type ModulationPlace,
} from './compare';
import './compare.css';
import { SlopeChart } from './SlopeChart';

/** Rows of each table of changes. */
const SHOWN = 9;

/** What was pinned beside what is there now: rankings, contexts, modulations. */
export default function Compare() {
  const t = useLazyStrings().compare;
  const pinned = useApp((s) => s.pinned);
  const unpin = useApp((s) => s.togglePinnedRanking);
  const fits = useApp(
    (s) => s.pinned?.answer.setting === s.setting && s.answer?.setting === s.setting,
  );
  if (!pinned || !fits) return null;
  return (
    <Panel
      name="compare"
      title={t.title}
      actions={
        <Button className="button small-button" onPress={unpin}>
          {t.unpin}
        </Button>
      }
    >
      <Comparison pinned={pinned} />
    </Panel>
  );
}

/** What tells the two answers apart: their genre, how many movies, the model's steps, whether something is overridden. */
function useAnswerNames({ answer: before }: Pinned): readonly [string, string] {
  const t = useLazyStrings().compare;
  const catalogue = useApp((s) => s.catalogue);
  const now = useSeen((s) => s.answer) ?? before;
  const ownSupport = useApp((s) => s.ownSupport);
  const nameOf = ({ support, adaptation }: Answer) => {
    const id = genreOfFilms(support, { ownSupport, catalogue });
    const chosen = support.genre === null ? t.visitor : t.yourFilms;
    const genre = catalogue?.scenarioOfId.get(id ?? '')?.name ?? chosen;
    const step = adaptation.steps > 0 ? t.step(adaptation.steps) : '';
    const intervened = adaptation.intervened ? t.intervened : '';
    return [genre, t.movies(support.items.length), step, intervened].filter(Boolean).join(', ');
  };
  return [nameOf(before), nameOf(now)];
}

function Comparison({ pinned }: { pinned: Pinned }) {
  const t = useLazyStrings().compare;
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const variant = useApp((s) => JSON.stringify(currentVariant(s)));
  const now = useSeen((s) => s.answer) ?? pinned.answer;
  const current = useSeen((s) => s.modulationViews);
  const modulationViews = [pinned.modulationViews, current] as const;
  const names = useAnswerNames(pinned);
  const ranked = useMemo(() => slopes(pinned.answer, now), [pinned, now]);
  const titleOf = (item: number) => movieLabel({ catalogue, recordedTitles }, item).title;
  const marked = modulationViews.map((of) => of?.detail?.item);
  const sameModel = JSON.stringify(pinned.variant) === variant;
  return (
    <>
      <p className="panel-sub">{t.sub(names[0], names[1])}</p>
      <div className="compare">
        <SlopeChart slopes={ranked} titleOf={titleOf} names={names} marked={marked} />
        {sameModel ? (
          <>
            <Contexts
              before={pinned.answer}
              now={now}
              modulationViews={modulationViews}
              variant={pinned.variant}
            />
            <Modulations modulationViews={modulationViews} titleOf={titleOf} />
          </>
        ) : (
          <p className="compare-none">{t.otherModel}</p>
        )}
      </div>
    </>
  );
}

/** Of what is pinned, and of now. */
type Both<T> = readonly [T, T];

interface ContextsProps {
  before: Answer;
  now: Answer;
  modulationViews: Both<ModulationViews | null>;
  variant: Variant;
}

function Contexts({ before, now, modulationViews, variant }: ContextsProps) {
  const { compare: t, explain } = useLazyStrings();
  const language = useLanguage();
  const [a, b] = [before.adaptation.context, now.adaptation.context];
  const featureName = useFeatureName(a.length, now.setting);
  const { cosine, distance } = apart(a, b);
  // Learned traits of the films have no names: their part is told as one.
  const isTrait = (d: number) => featureAt(d, a.length, now.setting).kind === 'factor';
  const named = (changes: Change<number>[], hasNames: boolean) =>
    largestChanges(hasNames ? changes.filter(({ place }) => !isTrait(place)) : changes, SHOWN);
  const traits = contextChanges(a, b).filter(({ place }) => isTrait(place));
  const moved = Math.hypot(...traits.map((each) => each.now - each.before));
  const isNamed = variant.encoder !== 'weighted';
  // Values are the movies' features, but for an encoder with a space of its own and a mixed hybrid.
  const nameOf = variant.encoder === 'weighted' ? explain.dimension : featureName;
  const attendedName = (index: number) =>
    explain.attended[partAt(index, a.length)](nameOf(index % a.length));
  const hybridName =
    { mlp: explain.dimension, attention: attendedName }[variant.hybrid as string] ?? nameOf;
  // Two movies under one context meet it differently: that is what sets them apart.
  const pairs = modulationViews.map((of) => of?.detail);
  const hybrids =
    distance === 0 && pairs[0] && pairs[1] && pairs[0].item !== pairs[1].item
      ? named(contextChanges(pairs[0].hybrid, pairs[1].hybrid), isNamed && variant.hybrid !== 'mlp')
      : null;
  const text = (value: number, places: number) =>
    Number.isNaN(value) ? '–' : decimals(value, places, language);
  return (
    <section>
      <h3>{t.context}</h3>
      <p className="compare-sum num">{t.apart(text(cosine, 3), text(distance, 2))}</p>
      {hybrids ? (
        <>
          <p className="compare-none">{t.sameContext}</p>
          <Changes caption={t.hybridChanges} changes={hybrids} nameOf={hybridName} />
        </>
      ) : (
        <Changes
          caption={t.contextChanges}
          changes={named(contextChanges(a, b), isNamed)}
          nameOf={nameOf}
        />
      )}
      {!hybrids && isNamed && traits.length > 0 && (
        <p className="compare-none num">{t.traits(traits.length, text(moved, 2))}</p>
      )}
    </section>
  );
}

type Of = 'pair' | 'average';

interface ModulationsProps {
  modulationViews: Both<ModulationViews | null>;
  titleOf: (item: number) => string;
}

function Modulations({ modulationViews, titleOf }: ModulationsProps) {
  const { compare: t, film } = useLazyStrings();
  const [of, setOf] = useState<Of>('pair');
  const pairs = modulationViews.map((shown) => shown?.detail);
  const [a, b] =
    of === 'pair'
      ? pairs.map((pair) => pair?.modulation)
      : modulationViews.map((shown) => shown?.average);
  const changes = a && b ? modulationChanges(a, b) : null;
  const nameOf = (place: ModulationPlace) =>
    place.kind === 'route'
      ? t.route(place.from, place.to ?? t.readout)
      : t.cell(film.targets[place.target], place.layer + 1, place.unit + 1);
  const titles = pairs.map((pair) =>
    pair ? t.scored(titleOf(pair.item), fixed(pair.score, 2)) : '',
  );
  return (
    <section>
      <h3>{t.modulation}</h3>
      <Segmented
        look="words"
        label={t.of}
        segments={[
          { id: 'pair', label: t.pair },
          { id: 'average', label: t.average },
        ]}
        value={of}
        onChange={setOf}
      />
      <p className="compare-sum">
        {of === 'average'
          ? t.averageOf
          : titles[0] === titles[1]
            ? titles[0]
            : t.pairs(titles[0], titles[1])}
      </p>
      {changes && changes.length > 0 ? (
        <Changes
          caption={t.modulationChanges}
          changes={largestChanges(changes, SHOWN)}
          nameOf={nameOf}
        />
      ) : (
        <p className="compare-none">{t.noModulation}</p>
      )}
    </section>
  );
}
