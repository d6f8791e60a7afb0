import { memo, useDeferredValue } from 'react';
import { useApp } from '../../store';
import { useStrings } from '../../strings';
import { Strip } from '../explain/Strip';

/** The context as it is: the numbers of which the map shows two directions. */
export function ContextVector() {
  const context = useDeferredValue(
    useApp((s) => (s.answer?.setting === s.setting ? s.answer.adaptation.context : null)),
  );
  return context && <Numbers context={context} />;
}

const Numbers = memo(function Numbers({ context }: { context: Float32Array }) {
  const t = useStrings().context;
  const caption = t.vector(context.length);
  return (
    <figure className="context-vector">
      <Strip
        values={context}
        label={caption}
        nameOf={(index) => t.number(index + 1)}
        columns={16}
      />
      <figcaption>{caption}</figcaption>
    </figure>
  );
});
