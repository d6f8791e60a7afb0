import { useApp } from '../../store';
import { presentVariant } from '../../store/model';
import { useLanguage, useStrings } from '../../strings';
import { integer } from '../common/numbers';
import { Panel } from '../common/Panel';
import { useSeen } from '../common/sight';
import { VariantPickers } from '../pickers/VariantPickers';
import { LearningRate } from './LearningRate';
import { ModelLine } from './ModelLine';
import { Phases } from './Phases';
import { TrainingControls } from './TrainingControls';
import { TrainingCurves } from './TrainingCurves';
import './training.css';

/** The training run: one loop at four speeds, its curves, and the variant that is trained. */
export default function TrainingPanel() {
  const t = useStrings().training;
  const variant = useApp(presentVariantKey);
  return (
    <Panel name="training" title={t.title} sub={t.sub} actions={<TrainingCount />}>
      <TrainingControls />
      <Phases />
      <TrainingCurves key={variant} />
      <div className="training-foot">
        <VariantPickers />
        <LearningRate />
      </div>
      <ModelLine />
    </Panel>
  );
}

/** Steps and tasks so far: the part of the panel that changes many times a second. */
function TrainingCount() {
  const t = useStrings().training;
  const language = useLanguage();
  const progress = useSeen((s) => s.progress);
  return (
    <span className="training-count num" data-step={progress?.step ?? 0} data-loss={progress?.loss}>
      {progress
        ? t.episodes(integer(progress.step, language), integer(progress.tasksSeen, language))
        : t.fresh}
    </span>
  );
}

const presentVariantKey = (state: Parameters<typeof presentVariant>[0]) =>
  JSON.stringify(presentVariant(state));
