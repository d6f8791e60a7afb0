import { useApp } from '../../store';
import { currentVariant } from '../../store/model';
import { reached } from '../../store/training';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { Panel } from '../common/Panel';
import { useSeen } from '../common/visibility';
import { VariantPickers } from '../pickers/VariantPickers';
import { Cores } from './Cores';
import { HiddenTab } from './HiddenTab';
import { LearningRate } from './LearningRate';
import { ModelLine } from './ModelLine';
import { Newborn } from './Newborn';
import { Phases } from './Phases';
import { TrainingControls } from './TrainingControls';
import { TrainingCurves } from './TrainingCurves';
import './training.css';

/** The training run: one loop at four speeds, its curves, and the variant that is trained. */
export default function TrainingPanel() {
  const t = useLazyStrings().training;
  const variant = useApp(currentVariantKey);
  return (
    <Panel name="training" title={t.title} sub={t.sub} actions={<TrainingCount />}>
      <Newborn />
      <TrainingControls />
      <Phases />
      <TrainingCurves key={variant} />
      <div className="training-foot">
        <VariantPickers />
        <LearningRate />
      </div>
      <Cores />
      <HiddenTab />
      <ModelLine />
    </Panel>
  );
}

/** Steps and tasks so far: the part of the panel that changes many times a second. */
function TrainingCount() {
  const t = useLazyStrings().training;
  const language = useLanguage();
  const progress = useSeen((s) => reached(s, s.mode));
  const loss = useSeen((s) => s.progress?.loss);
  const rewound = useSeen((s) => s.shownCheckpoint);
  const kept = useSeen((s) => s.model?.steps ?? 0);
  const count = (n: number) => integer(n, language);
  const words = () => {
    if (!progress) return kept > 0 ? t.kept(count(kept)) : t.fresh;
    if (rewound !== null) return t.rewound(count(rewound), count(progress.step));
    return t.episodes(count(progress.step), count(progress.tasksSeen));
  };
  return (
    <span className="training-count num" data-step={progress?.step ?? 0} data-loss={loss}>
      {words()}
    </span>
  );
}

const currentVariantKey = (state: Parameters<typeof currentVariant>[0]) =>
  JSON.stringify(currentVariant(state));
