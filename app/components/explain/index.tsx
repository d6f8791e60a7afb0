import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { useLaterStrings } from '../../strings/later';
import { checkChain } from './chain';
import './explain.css';
import { LayerStage } from './LayerStage';
import { ModulationStage } from './ModulationStage';
import { ScoreStage } from './ScoreStage';
import { TasteStages } from './TasteStages';
import { useExplanation } from './useExplanation';

/** Largest error that float32 leaves when a chain is multiplied out again. */
const TOLERANCE = 1e-4;

/** 'Explain this number': the chain from the support pairs to one score, with the actual values. */
export default function Explain() {
  const strings = useLaterStrings().explain;
  const explained = useExplanation();
  const setting = useApp((state) => state.setting);
  const pooling = useApp((state) =>
    state.variants[state.setting].encoder === 'max' ? 'max' : 'mean',
  );
  const catalogue = useApp((state) => state.catalogue);
  const recordedTitles = useApp((state) => state.recordedTitles);
  if (explained.state !== 'ready') {
    return (
      <p className="explain-note" role={explained.state === 'failed' ? 'alert' : undefined}>
        {strings[explained.state]}
      </p>
    );
  }
  const { explanation } = explained;
  const { title } = movieLabel({ catalogue, recordedTitles }, explanation.item);
  const check = checkChain(explanation, pooling);
  const error = Math.max(check.score, check.layers, check.hybrid, check.context);
  const layers = explanation.layers.map((_, l) => l).reverse();
  return (
    <div
      className="explain"
      role="region"
      tabIndex={0}
      aria-label={strings.intro(title)}
      data-error={error}
    >
      <p className="explain-note">{strings.intro(title)}</p>
      <ScoreStage explanation={explanation} setting={setting} />
      {layers.map((layer) => (
        <LayerStage key={layer} explanation={explanation} layer={layer} />
      ))}
      <ModulationStage explanation={explanation} />
      <TasteStages explanation={explanation} setting={setting} pooling={pooling} />
      <p className="explain-note">
        {error <= TOLERANCE ? strings.multiplies(error.toExponential(0)) : strings.mismatch}
      </p>
    </div>
  );
}
