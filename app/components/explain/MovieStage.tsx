import type { Explanation } from '../../protocol/explanation';
import { useLazyStrings } from '../../strings/lazy';
import { LinearLayer } from './LinearLayer';
import type { Names } from './names';
import { Stage } from './Stage';
import type { Thread } from './thread';

const EQUATION = String.raw`\{e_u, e_i\} = \phi\big(h(x_i)\big)`;

interface MovieStageProps {
  explanation: Explanation;
  thread: Thread;
  onChoose: (layer: 0 | 1, unit: number) => void;
  names: Names;
}

/** Where the encoder has a space of its own: how the movie got there, from its features. */
export function MovieStage({ explanation, thread, onChoose, names }: MovieStageProps) {
  const strings = useLazyStrings().explain;
  const { embedding, candidate } = explanation;
  if (embedding.length === 0) return null;
  const [hidden, plain, key] = embedding;
  return (
    <Stage part="hybrid" title={strings.movie} sub={strings.movieSub} equation={EQUATION}>
      <LinearLayer
        title={strings.key}
        layer={key}
        input={plain.output}
        inputName={strings.embedded}
        nameOf={names.context}
        unit={thread.context}
      />
      <LinearLayer
        title={strings.embedding}
        layer={plain}
        input={hidden.output}
        inputName={strings.unit}
        nameOf={strings.embedded}
        unit={thread.embedding[1]}
        onChoose={(unit) => onChoose(1, unit)}
      />
      <LinearLayer
        title={strings.hidden}
        layer={hidden}
        input={candidate}
        inputName={names.feature}
        nameOf={strings.unit}
        unit={thread.embedding[0]}
        onChoose={(unit) => onChoose(0, unit)}
        activation="LeakyReLU"
      />
    </Stage>
  );
}
