import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { engine } from '../../engine';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';

/** Where the present parameters come from: shipped, trained here, or random and said so. */
export function ModelLine() {
  const t = useLazyStrings().training;
  const language = useLanguage();
  const model = useApp((s) => s.model);
  const shipped = useApp((s) => s.shipped);
  if (!model) return <p className="model-line">{'\u00a0'}</p>;
  const { provenance, steps, parameters } = model;
  const number = (value: number) => integer(value, language);
  const random = !provenance && steps === 0;
  const origin = () => {
    if (steps > 0) return t.trainedHere(number(steps));
    if (provenance) return t.shipped(number(provenance.steps), provenance.date.slice(0, 10));
    return shipped ? t.randomAgain : t.untrained;
  };
  return (
    <p
      className="model-line num"
      data-untrained={random || undefined}
      data-model-steps={steps}
      title={provenance?.command}
    >
      {t.parameters(number(parameters))} · {origin()}
      {random && (
        <Button
          className="button small-button"
          onPress={() => void engine.training().then((run) => run.train('play'))}
        >
          {t.trainIt}
        </Button>
      )}
      {shipped && (steps > 0 || !provenance) && (
        <Button className="button small-button" onPress={() => void engine.loadShipped()}>
          {t.loadShipped}
        </Button>
      )}
    </p>
  );
}
