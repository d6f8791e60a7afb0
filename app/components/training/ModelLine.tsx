import { Button } from 'react-aria-components';
import { useApp } from '../../store';
import { engine } from '../../store/engine';
import { useLanguage, useStrings } from '../../strings';
import { integer } from '../common/numbers';

/** Where the present parameters come from: shipped, trained here, or random and said so. */
export function ModelLine() {
  const t = useStrings().training;
  const language = useLanguage();
  const model = useApp((s) => s.model);
  if (!model) return <p className="model-line"> </p>;
  const { provenance, steps, parameters } = model;
  const number = (value: number) => integer(value, language);
  const untrained = !provenance && steps === 0;
  return (
    <p
      className="model-line num"
      data-untrained={untrained || undefined}
      data-model-steps={steps}
      title={provenance?.command}
    >
      {t.parameters(number(parameters))}
      {steps > 0
        ? ` · ${t.trainedHere(number(steps))}`
        : provenance && ` · ${t.shipped(number(provenance.steps), provenance.date.slice(0, 10))}`}
      {untrained && (
        <>
          {` · ${t.untrained} `}
          <Button
            className="button"
            onPress={() => void engine.training().then((run) => run.train('play'))}
          >
            {t.trainIt}
          </Button>
        </>
      )}
    </p>
  );
}
