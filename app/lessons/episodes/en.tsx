import type { LessonText } from '../lesson';
import { Lit } from '../Lit';

function Body() {
  return (
    <>
      <p>
        There <em>is</em> a gradient in this story, but it is over before you arrive. During
        meta-training the network plays out thousands of cold starts. In each <em>episode</em> it is
        given the support set of a few tasks, adapts by a forward pass, ranks the query pairs, and
        is told how wrong it was.
      </p>
      <p>
        For ranking, wrong means this: a film the person liked should score at least one point more
        than a film they did not. Whatever is missing is the loss. Its gradient flows back through
        the <Lit part="recommendations">scores</Lit>, the <Lit part="backbone">backbone</Lit>, the{' '}
        <Lit part="modulation">modulation</Lit> and the <Lit part="context">context</Lit>, and one
        optimiser step changes all of them together.
      </p>
      <p>
        The training curve alone can flatter. The second curve is measured on tasks that are kept
        aside, and it is the one to believe.
      </p>
    </>
  );
}

export const en: LessonText = {
  title: 'Practising cold starts',
  gist: 'There is a gradient in this story, but it is over before you arrive.',
  Body,
  action: 'Restart with a new seed and press play. Wait for the validation curve to move.',
  noticed:
    'Those were real training steps, in your browser. “Restart, same seed” draws exactly the same curve again.',
};
