import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import type { Answer, Pinned } from '../../store/adaptation';
import { movieLabel } from '../../store/catalogue';
import { presentVariant } from '../../store/model';
import { useLanguage, useStrings } from '../../strings';
import { useLaterStrings } from '../../strings/later';
import { decimals } from '../common/numbers';
import { Panel } from '../common/Panel';
import { Segmented } from '../common/Segmented';
import { useFeatureName } from '../explain/useFeatureName';
import { Changes } from './Changes';
import {
  apart,
  contextChanges,
  largestChanges,
  modulationChanges,
  slopes,
  type ModulationPlace,
} from './compare';
import './compare.css';
import { SlopeChart } from './SlopeChart';

/** Rows of each table of changes. */
const SHOWN = 9;

/** What was pinned beside what is there now: rankings, contexts, modulations. */
export default function Compare() {
  const pinned = useApp((s) => s.pinned);
  const answer = useApp((s) => s.answer);
  const setting = useApp((s) => s.setting);
  if (!pinned || pinned.answer.setting !== setting || answer?.setting !== setting) return null;
  return <Comparison pinned={pinned} answer={answer} />;
}

function Comparison({ pinned, answer }: { pinned: Pinned; answer: Answer }) {
  const t = useLaterStrings().compare;
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const unpin = useApp((s) => s.togglePinnedRanking);
  const variant = useApp((s) => JSON.stringify(presentVariant(s)));
  const ranked = useMemo(() => slopes(pinned.answer, answer), [pinned, answer]);
  const titleOf = (item: number) => movieLabel({ catalogue, recordedTitles }, item).title;
  const nameOf = ({ support, adaptation }: Answer) => {
    const genre = catalogue?.scenarioOfId.get(support.genre ?? '')?.name ?? t.visitor;
    const step = adaptation.steps > 0 ? t.step(adaptation.steps) : '';
    const held = adaptation.intervened ? t.held : '';
    return [genre, t.movies(support.items.length), step, held].filter(Boolean).join(', ');
  };
  const names = [nameOf(pinned.answer), nameOf(answer)] as const;
  const sameModel = JSON.stringify(pinned.variant) === variant;
  return (
    <Panel
      name="compare"
      title={t.title}
      sub={t.sub(names[0], names[1])}
      actions={
        <Button className="button small-button" onPress={unpin}>
          {t.unpin}
        </Button>
      }
    >
      <div className="compare">
        <SlopeChart slopes={ranked} titleOf={titleOf} names={names} />
        {sameModel ? (
          <>
            <Contexts
              before={pinned.answer}
              now={answer}
              isOfFeatures={pinned.variant.encoder !== 'weighted'}
            />
            <Modulations before={pinned.answer} now={answer} titleOf={titleOf} />
          </>
        ) : (
          <p className="compare-none">{t.otherModel}</p>
        )}
      </div>
    </Panel>
  );
}

interface ContextsProps {
  before: Answer;
  now: Answer;
  /** The context's dimensions are the movies' features; else a space of the encoder's own. */
  isOfFeatures: boolean;
}

function Contexts({ before, now, isOfFeatures }: ContextsProps) {
  const { compare: t, explain } = useLaterStrings();
  const language = useLanguage();
  const [a, b] = [before.adaptation.context, now.adaptation.context];
  const featureName = useFeatureName(a.length, now.setting);
  const { cosine, distance } = apart(a, b);
  const text = (value: number, places: number) =>
    Number.isNaN(value) ? '–' : decimals(value, places, language);
  return (
    <section>
      <h3>{t.context}</h3>
      <p className="compare-sum num">{t.apart(text(cosine, 3), text(distance, 2))}</p>
      <Changes
        caption={t.contextChanges}
        changes={largestChanges(contextChanges(a, b), SHOWN)}
        nameOf={isOfFeatures ? featureName : explain.dimension}
      />
    </section>
  );
}

type Of = 'pair' | 'average';

interface ModulationsProps {
  before: Answer;
  now: Answer;
  titleOf: (item: number) => string;
}

function Modulations({ before, now, titleOf }: ModulationsProps) {
  const { compare: t } = useLaterStrings();
  const { film } = useStrings();
  const [of, setOf] = useState<Of>('pair');
  const pairs = [before, now].map(({ adaptation }) => adaptation.detail);
  const [a, b] =
    of === 'pair'
      ? pairs.map((pair) => pair?.modulation)
      : [before, now].map(({ adaptation }) => adaptation.averageDetail);
  const changes = a && b ? modulationChanges(a, b) : null;
  const nameOf = (place: ModulationPlace) =>
    place.kind === 'route'
      ? t.route(place.from, place.to ?? t.readout)
      : t.cell(film.targets[place.target], place.layer + 1, place.unit + 1);
  const titles = pairs.map((pair) => (pair ? titleOf(pair.item) : ''));
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
